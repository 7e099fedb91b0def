namespace Pulumi.Engine.Events;

/// <summary>How a run ended; written in lower case.</summary>
public enum UpdateOutcome
{
    /// <summary>Everything succeeded.</summary>
    Succeeded,

    /// <summary>Something failed.</summary>
    Failed,

    /// <summary>It was interrupted.</summary>
    Canceled,
}
