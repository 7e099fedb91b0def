namespace Pulumi.Automation.Events;

/// <summary>A step has failed.</summary>
public class ResourceOperationFailedEvent
{
    internal ResourceOperationFailedEvent()
    {
    }

    /// <summary>The step.</summary>
    public StepEventMetadata Metadata { get; internal init; } = null!;

    /// <summary>0: nothing changed; 1: changed in part; 2: not known.</summary>
    public int Status { get; internal init; }

    /// <summary>Steps done so far.</summary>
    public int Steps { get; internal init; }
}
