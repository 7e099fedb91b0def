namespace CloudUpdate.CodeGen.Schema;

/// <summary>The package's <c>language.csharp</c> section.</summary>
internal sealed record CSharpSettings
{
    /// <summary>The leading namespace.</summary>
    public string RootNamespace { get; init; } = "Pulumi";

    /// <summary>Namespace segments by package or module name.</summary>
    public IReadOnlyDictionary<string, string> Namespaces { get; init; } = new Dictionary<string, string>();

    /// <summary>NuGet references of the project, by id.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> PackageReferences { get; init; } = [];

    /// <summary>Project references of the project.</summary>
    public IReadOnlyList<string> ProjectReferences { get; init; } = [];

    /// <summary>Whether nested types are named as in packages bridged from Terraform providers.</summary>
    public bool IsTerraformBridge { get; init; }

    /// <summary>Whether resources get an internal constructor that takes a dictionary.</summary>
    public bool DictionaryConstructors { get; init; }

    /// <summary>Whether the schema's version is written into the SDK.</summary>
    public bool RespectSchemaVersion { get; init; }
}
