using System.Collections.Immutable;

namespace Pulumi.Automation.Events;

/// <summary>What the run did.</summary>
public class SummaryEvent
{
    internal SummaryEvent()
    {
    }

    /// <summary>Whether the state may not describe the cloud.</summary>
    public bool MaybeCorrupt { get; internal init; }

    /// <summary>Duration in seconds, rounded up.</summary>
    public int DurationSeconds { get; internal init; }

    /// <summary>How many resources each operation touched.</summary>
    public IImmutableDictionary<OperationType, int> ResourceChanges { get; internal init; } = ImmutableDictionary.Create<OperationType, int>();

    /// <summary>Policy packs and their versions.</summary>
    public IImmutableDictionary<string, string> PolicyPacks { get; internal init; } = ImmutableDictionary.Create<string, string>();
}
