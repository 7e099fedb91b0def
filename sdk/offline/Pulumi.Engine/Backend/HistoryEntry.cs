using System.Collections.Immutable;
using Pulumi.Engine.Config;
using Pulumi.Engine.Events;

namespace Pulumi.Engine.Backend;

/// <summary>One operation of a stack's history.</summary>
public sealed record HistoryEntry
{
    /// <summary>Number of the operation, from 1.</summary>
    public int Version { get; init; }

    /// <summary>What was done.</summary>
    public required UpdateKind Kind { get; init; }

    /// <summary>When it began, to the second.</summary>
    public required DateTimeOffset StartTime { get; init; }

    /// <summary>When it ended, to the second.</summary>
    public required DateTimeOffset EndTime { get; init; }

    /// <summary>The user's message; may be empty.</summary>
    public string Message { get; init; } = string.Empty;

    /// <summary>Facts about where it ran.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The configuration by full key, secrets encrypted.</summary>
    public ImmutableSortedDictionary<string, ConfigValue> Config { get; init; } = ImmutableSortedDictionary<string, ConfigValue>.Empty;

    /// <summary>Whether it succeeded: <c>succeeded</c> or <c>failed</c>.</summary>
    public required bool Succeeded { get; init; }

    /// <summary>Successful steps by operation name.</summary>
    public ImmutableSortedDictionary<StepOperation, int> ResourceChanges { get; init; } = ImmutableSortedDictionary<StepOperation, int>.Empty;
}
