namespace Pulumi.Automation;

/// <summary>Where the project keeps its state.</summary>
public class ProjectBackend
{
    /// <summary>Address of the backend.</summary>
    public string? Url { get; set; }
}
