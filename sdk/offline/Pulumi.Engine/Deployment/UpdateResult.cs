using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using Pulumi.Engine.Events;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Deployment;

/// <summary>How an operation ended. What went wrong was sent as diagnostics.</summary>
public sealed record UpdateResult
{
    /// <summary>How it ended.</summary>
    public required UpdateOutcome Outcome { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Successful steps by operation, zero counts left out; what a refresh in front of an update did is not counted.</summary>
    public required ImmutableSortedDictionary<StepOperation, int> ResourceChanges { get; init; }

    /// <summary>Whether an object's status is unknown after a failure.</summary>
    public bool MaybeCorrupt { get; init; }

    /// <summary>The state afterwards; after a preview: the state as it is planned, with unknowns.</summary>
    public required Snapshot Snapshot { get; init; }

    /// <summary>Stack outputs before.</summary>
    public PropertyMap OldOutputs { get; init; } = PropertyMap.Empty;

    /// <summary>Stack outputs afterwards, secrets wrapped, with unknowns after a preview; null where the program registered none.</summary>
    public PropertyMap? Outputs { get; init; }

    /// <summary>Whether anything changed, or would change.</summary>
    public bool HasChanges => ResourceChanges.Any(change => change.Key.IsChange() && change.Value > 0);
}
