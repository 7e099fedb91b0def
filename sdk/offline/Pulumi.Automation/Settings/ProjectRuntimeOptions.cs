namespace Pulumi.Automation;

/// <summary>Options of the program's runtime.</summary>
public class ProjectRuntimeOptions
{
    /// <summary>Node.js: whether TypeScript is compiled.</summary>
    public bool? TypeScript { get; set; }

    /// <summary>.NET and Go: a built program, run as it is.</summary>
    public string? Binary { get; set; }

    /// <summary>Python: the virtual environment.</summary>
    public string? VirtualEnv { get; set; }
}
