namespace Pulumi.Automation.Events;

/// <summary>A step has ended.</summary>
public class ResourceOutputsEvent
{
    internal ResourceOutputsEvent()
    {
    }

    /// <summary>The step.</summary>
    public StepEventMetadata Metadata { get; internal init; } = null!;

    /// <summary>Whether this is a preview.</summary>
    public bool? Planning { get; internal init; }
}
