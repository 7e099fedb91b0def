namespace Pulumi.Automation;

/// <summary>What runs a project's program.</summary>
/// <param name="name">The language.</param>
public class ProjectRuntime(ProjectRuntimeName name)
{
    /// <summary>The language.</summary>
    public ProjectRuntimeName Name { get; set; } = name;

    /// <summary>Its options; null for none.</summary>
    public ProjectRuntimeOptions? Options { get; set; }
}
