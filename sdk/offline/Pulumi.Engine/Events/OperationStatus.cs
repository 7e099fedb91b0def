namespace Pulumi.Engine.Events;

/// <summary>What is known of an object after a failed operation; the numbers are those of the event.</summary>
public enum OperationStatus
{
    /// <summary>It is as it was.</summary>
    Ok = 0,

    /// <summary>It exists and is unfinished.</summary>
    PartialFailure = 1,

    /// <summary>Nothing is known.</summary>
    Unknown = 2,
}
