namespace Pulumi.Automation.Events;

/// <summary>A step is about to begin.</summary>
public class ResourcePreEvent
{
    internal ResourcePreEvent()
    {
    }

    /// <summary>The step.</summary>
    public StepEventMetadata Metadata { get; internal init; } = null!;

    /// <summary>Whether this is a preview.</summary>
    public bool? Planning { get; internal init; }
}
