namespace Pulumi.Automation;

/// <summary>What a project file says.</summary>
/// <param name="name">Name of the project.</param>
/// <param name="runtime">What runs its program.</param>
public class ProjectSettings(string name, ProjectRuntime runtime)
{
    /// <summary>A project whose runtime has no options.</summary>
    public ProjectSettings(string name, ProjectRuntimeName runtime)
        : this(name, new ProjectRuntime(runtime))
    {
    }

    /// <summary>Name of the project.</summary>
    public string Name { get; set; } = name;

    /// <summary>What runs its program.</summary>
    public ProjectRuntime Runtime { get; set; } = runtime;

    /// <summary>Folder of the program, where it is not the project's.</summary>
    public string? Main { get; set; }

    /// <summary>A description.</summary>
    public string? Description { get; set; }

    /// <summary>Its author.</summary>
    public string? Author { get; set; }

    /// <summary>Its website.</summary>
    public string? Website { get; set; }

    /// <summary>Its licence.</summary>
    public string? License { get; set; }

    /// <summary>Folder of the stack configuration files.</summary>
    public string? Config { get; set; }

    /// <summary>Where it keeps its state.</summary>
    public ProjectBackend? Backend { get; set; }
}
