namespace CloudUpdate.CodeGen.Model;

/// <summary>The project of an SDK and the files beside its code.</summary>
internal sealed record ProjectModel
{
    /// <summary>The assembly's name, which is also the package's id and the project's name.</summary>
    public required string Assembly { get; init; }

    /// <summary>The plugin's name.</summary>
    public required string PluginName { get; init; }

    /// <summary>Where the engine downloads the plugin from; empty for the default server.</summary>
    public string PluginDownloadUrl { get; init; } = "";

    /// <summary>The version, or null if the build supplies it.</summary>
    public string? Version { get; init; }

    /// <summary>Authors and company.</summary>
    public required string Publisher { get; init; }

    /// <summary>Markdown, possibly empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>SPDX expression, possibly empty.</summary>
    public string License { get; init; } = "";

    /// <summary>Address of the home page, possibly empty.</summary>
    public string Homepage { get; init; } = "";

    /// <summary>Address of the source repository, possibly empty.</summary>
    public string Repository { get; init; } = "";

    /// <summary>NuGet references, ordered by id.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> PackageReferences { get; init; } = [];

    /// <summary>Project references.</summary>
    public IReadOnlyList<string> ProjectReferences { get; init; } = [];

    /// <summary>The folders of all modules, each of which gets a README; the top is the empty one.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];
}
