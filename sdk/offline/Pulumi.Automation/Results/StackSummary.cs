namespace Pulumi.Automation;

/// <summary>A stack as the backend lists it.</summary>
public class StackSummary
{
    internal StackSummary()
    {
    }

    /// <summary>Its name.</summary>
    public string Name { get; internal init; } = string.Empty;

    /// <summary>Whether it is the selected one.</summary>
    public bool IsCurrent { get; internal init; }

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset? LastUpdate { get; internal init; }

    /// <summary>Whether an operation runs on it.</summary>
    public bool IsUpdateInProgress { get; internal init; }

    /// <summary>How many resources it has.</summary>
    public int? ResourceCount { get; internal init; }

    /// <summary>Its address in a service.</summary>
    public string? Url { get; internal init; }
}
