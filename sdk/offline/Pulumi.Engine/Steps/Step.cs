using System.Collections.Immutable;
using Pulumi.Engine.Deployment;
using Pulumi.Engine.Events;
using Pulumi.Engine.Plugins;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Steps;

/// <summary>One unit of work on one resource.</summary>
internal abstract class Step
{
    protected Step(ResourceState? old, ResourceState? planned)
    {
        Old = old;
        New = planned;
    }

    /// <summary>The state before; null where there is none.</summary>
    public ResourceState? Old { get; }

    /// <summary>The state after: as planned, and once the step has run, as it is. Null for deletes.</summary>
    public ResourceState? New { get; protected set; }

    public abstract StepOperation Operation { get; }

    /// <summary>What is announced in the state before the step runs; null for steps that touch no object.</summary>
    public virtual PendingOperationKind? Announcement => null;

    /// <summary>Whether a success is told in updates; in previews every success is.</summary>
    public virtual bool TellsOutputs => Resource.Custom;

    /// <summary>Whether a success appears in the summary, given that its operation does.</summary>
    public virtual bool Counts => true;

    /// <summary>Whether it is neither told nor counted: it completes another step.</summary>
    public virtual bool IsSilent => false;

    /// <summary>Why it is done, and what it changes.</summary>
    public StepReason Reason { get; init; } = StepReason.None;

    /// <summary>What waits for its result; null for work that no program asked for.</summary>
    public Registration? Registration { get; init; }

    public bool InRefreshPhase { get; init; }

    public ResourceState Resource => New ?? Old!;

    /// <summary>Does the work.</summary>
    /// <returns>Null for a success. A partial failure has set <see cref="New"/>, which is then recorded all the same.</returns>
    /// <exception cref="ProviderException">The work failed.</exception>
    public abstract Task<StepFailure?> ApplyAsync(DeploymentContext context);

    /// <summary>Writes the result into the state.</summary>
    public abstract void Record(SnapshotJournal journal);

    public virtual StepMetadata Metadata() => new()
    {
        Operation = Operation,
        Urn = Resource.Urn,
        Type = Resource.Type,
        Old = Old,
        New = New,
        ReplaceKeys = Reason.ReplaceKeys,
        ChangedKeys = Reason.ChangedKeys,
        DetailedDiff = Reason.Detailed,
        Provider = Resource.Provider,
        Internal = Urn.IsProviderType(Resource.Type) && Urn.Name(Resource.Urn).StartsWith("default", StringComparison.Ordinal),
        InRefreshPhase = InRefreshPhase,
    };

    /// <summary>The failure that an outcome describes; null for a success.</summary>
    protected static StepFailure? PartialFailure(ObjectOutcome outcome) => outcome.Failure is null
        ? null
        : new StepFailure(
            string.Join("\n  * ", [$"{(outcome.Failure.Length > 0 ? outcome.Failure : "resource partially created but did not become live")}", .. outcome.InitErrors.Where(reason => reason != outcome.Failure)]),
            OperationStatus.PartialFailure);
}

/// <summary>Why a step is done, and what it changes.</summary>
internal sealed record StepReason
{
    public static StepReason None { get; } = new();

    public ImmutableArray<string> ReplaceKeys { get; init; } = [];

    public ImmutableArray<string> ChangedKeys { get; init; } = [];

    public ImmutableSortedDictionary<string, PropertyChange>? Detailed { get; init; }

    public static StepReason Of(DiffOutcome diff) => new() { ChangedKeys = diff.ChangedKeys, Detailed = diff.Detailed };
}
