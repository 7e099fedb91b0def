using CloudUpdate.CodeGen.Docs;

namespace CloudUpdate.CodeGen.Model;

/// <summary>The class of a resource.</summary>
internal sealed record ResourceClass(string Name, DocComment Docs) : Declaration(Name, Docs)
{
    /// <summary>The type token, for the attribute.</summary>
    public required string Token { get; init; }

    /// <summary>What the base constructor is told: the token, for providers the package's name.</summary>
    public required string BaseToken { get; init; }

    /// <summary>What kind of resource it is.</summary>
    public required ResourceKind Kind { get; init; }

    /// <summary>The package's attribute that marks resource classes, without its suffix.</summary>
    public required string Attribute { get; init; }

    /// <summary>Why not to use it; empty if it is not deprecated.</summary>
    public string Deprecation { get; init; } = "";

    /// <summary>What can be read.</summary>
    public IReadOnlyList<OutputProperty> Outputs { get; init; } = [];

    /// <summary>The class of its arguments.</summary>
    public required string ArgsClass { get; init; }

    /// <summary>Whether the arguments may be left out.</summary>
    public bool ArgsAreOptional { get; init; }

    /// <summary>The class of the extra inputs for looking it up, or null.</summary>
    public string? StateClass { get; init; }

    /// <summary>Inputs that have only one value, which is forced.</summary>
    public IReadOnlyList<Assignment> Constants { get; init; } = [];

    /// <summary>Whether there is an internal constructor that takes a dictionary.</summary>
    public bool HasDictionaryConstructor { get; init; }

    /// <summary>Where the engine downloads the plugin from; empty for the default server.</summary>
    public string PluginDownloadUrl { get; init; } = "";

    /// <summary>Earlier type tokens.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The wire names of outputs that are always secret.</summary>
    public IReadOnlyList<string> SecretOutputs { get; init; } = [];

    /// <summary>Paths of the outputs whose difference replaces the resource.</summary>
    public IReadOnlyList<string> ReplaceOnChanges { get; init; } = [];

    /// <summary>The options of its constructor.</summary>
    public string OptionsClass => Kind == ResourceKind.Component ? "ComponentResourceOptions" : "CustomResourceOptions";

    /// <summary>Whether one that exists already can be looked up.</summary>
    public bool CanBeLookedUp => Kind == ResourceKind.Custom;
}
