using CloudUpdate.CodeGen.Schema;

namespace CloudUpdate.CodeGen.Naming;

/// <summary>Namespaces, classes and folders of one package.</summary>
internal sealed class PackageNaming(PackageSchema package)
{
    /// <summary>The leading namespace.</summary>
    public string Root { get; } = package.CSharp.RootNamespace;

    /// <summary>The package's namespace, which is also the name of its assembly and project.</summary>
    public string PackageNamespace => $"{Root}.{Segment(package.Name)}";

    /// <summary>The package's own part of <see cref="PackageNamespace"/>.</summary>
    public string PackageSegment => Segment(package.Name);

    /// <summary>The namespace of a module; the package's for the root module.</summary>
    public string ModuleNamespace(string module) => module.Length == 0 ? PackageNamespace : $"{PackageNamespace}.{Segment(module)}";

    /// <summary>The namespace of a token's module.</summary>
    public string ModuleNamespaceOf(string token) => ModuleNamespace(package.ModuleOf(token));

    /// <summary>The namespace of a function, nested type or enum: built from the package part of its own token.</summary>
    public string TokenNamespace(string token, string qualifier = "")
    {
        var module = package.ModuleOf(token);
        var segments = new[] { Root, Segment(token.Split(':')[0]), module.Length == 0 ? "" : Segment(module), qualifier };
        return string.Join('.', segments.Where(segment => segment.Length > 0));
    }

    /// <summary>
    /// The folder of a module inside the SDK, without a trailing slash; empty for the top. It starts below the first two parts of the
    /// namespace.
    /// </summary>
    public string Folder(string module) =>
        module == ConfigModule ? "Config" : string.Join('/', ModuleNamespace(module).Split('.').Skip(2));

    /// <summary>The module that holds the configuration.</summary>
    public const string ConfigModule = "config";

    /// <summary>The class of a resource.</summary>
    public static string ResourceClass(ResourceSchema resource) => resource switch
    {
        { IsProvider: true } => "Provider",
        { CSharpName: { } name } => Identifiers.Up(name),
        _ => Identifiers.ClassOf(resource.Token),
    };

    /// <summary>The class of the resource with a token, with its namespace.</summary>
    public string ResourceReference(ResourceType type)
    {
        if (type.IsProvider)
        {
            return $"{PackageNamespace}.Provider";
        }
        var resource = package.Resources.Single(candidate => candidate.Token == type.Token);
        return $"{ModuleNamespaceOf(type.Token)}.{ResourceClass(resource)}";
    }

    /// <summary>The class of a function; a class cannot have a member of its own name, and the members are called Invoke and InvokeAsync.</summary>
    public static string FunctionClass(string token)
    {
        var name = Identifiers.ClassOf(token);
        return name.ToUpperInvariant() is "INVOKE" or "INVOKEASYNC" ? name + "Function" : name;
    }

    /// <summary>An enum with its namespace.</summary>
    public string EnumReference(EnumType type) => $"{TokenNamespace(type.Token)}.{Identifiers.ClassOf(type.Token)}";

    /// <summary>The property for a schema property.</summary>
    public static string Property(PropertySchema property) =>
        property.CSharpName.Length > 0 ? property.CSharpName : Identifiers.Up(Identifiers.Unhyphenate(property.Name));

    private string Segment(string name) =>
        package.CSharp.Namespaces.TryGetValue(name, out var segment) ? segment : Identifiers.NamespaceOf(name);
}
