using System.Text.RegularExpressions;

namespace CloudUpdate.CodeGen.Schema;

/// <summary>A whole package.</summary>
internal sealed record PackageSchema
{
    /// <summary>The package name, first part of its tokens.</summary>
    public required string Name { get; init; }

    /// <summary>The version without a leading <c>v</c>, or null.</summary>
    public string? Version { get; init; }

    /// <summary>Markdown, possibly empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>Address of the home page, possibly empty.</summary>
    public string Homepage { get; init; } = "";

    /// <summary>SPDX expression, possibly empty.</summary>
    public string License { get; init; } = "";

    /// <summary>Address of the source repository, possibly empty.</summary>
    public string Repository { get; init; } = "";

    /// <summary>Who publishes the package, possibly empty.</summary>
    public string Publisher { get; init; } = "";

    /// <summary>Where the engine downloads the plugin from; empty for the default server.</summary>
    public string PluginDownloadUrl { get; init; } = "";

    /// <summary>Whether packages carry their version by themselves.</summary>
    public bool SupportPack { get; init; }

    /// <summary>How the module part of a token is read.</summary>
    public required Regex ModuleFormat { get; init; }

    /// <summary>What the C# author asks for.</summary>
    public required CSharpSettings CSharp { get; init; }

    /// <summary>The configuration variables.</summary>
    public IReadOnlyList<PropertySchema> Config { get; init; } = [];

    /// <summary>The provider resource.</summary>
    public required ResourceSchema Provider { get; init; }

    /// <summary>The resources, in order of their tokens.</summary>
    public IReadOnlyList<ResourceSchema> Resources { get; init; } = [];

    /// <summary>The functions, in order of their tokens.</summary>
    public IReadOnlyList<FunctionSchema> Functions { get; init; } = [];

    /// <summary>The structures, in order of their tokens, each in its plain and its input shape.</summary>
    public IReadOnlyList<(ObjectType Plain, ObjectType Input)> Objects { get; init; } = [];

    /// <summary>The enums, in order of their tokens.</summary>
    public IReadOnlyList<EnumType> Enums { get; init; } = [];

    /// <summary>Whether the version goes into the generated files.</summary>
    public string? EmbeddedVersion => SupportPack || CSharp.RespectSchemaVersion ? Version : null;

    /// <summary>The module that a token belongs to; empty for the root module.</summary>
    public string ModuleOf(string token) => Modules.Of(token, ModuleFormat);
}
