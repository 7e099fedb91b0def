using System.Collections.Immutable;
using Pulumi.Engine.Deployment;
using Pulumi.Engine.Events;
using Pulumi.Engine.Plugins;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Steps;

/// <summary>An object is read and its entry brought up to date.</summary>
internal sealed class RefreshStep(ResourceState old) : Step(old, old)
{
    private StepOperation? _found;
    private DiffOutcome _diff = DiffOutcome.None;

    /// <summary>Before the read: refresh. After it: what the read found.</summary>
    public override StepOperation Operation => _found ?? StepOperation.Refresh;

    public override bool TellsOutputs => true;

    public override async Task<StepFailure?> ApplyAsync(DeploymentContext context)
    {
        var operations = await context.OperationsAsync(Old!.Type, Old.Provider);
        var outcome = await operations.ReadAsync(Old.Urn, Old.Id, Old.Inputs, Old.Outputs, Old.CustomTimeouts?.Read ?? 0, context.Immediate);
        if (outcome.Outputs is null || outcome.Id.Length == 0)
        {
            New = null;
            _found = StepOperation.Delete;
            return null;
        }

        if (!outcome.InitErrors.IsEmpty)
        {
            context.Events.Warning($"Refreshed resource is in an unhealthy state:\n{string.Join('\n', outcome.InitErrors.Select(reason => $"* {reason}"))}", Old.Urn);
        }

        New = Refreshed(outcome, context);
        _diff = await DiffAsync(operations, context);
        _found = _diff.Changes == DiffChanges.None ? StepOperation.Same : StepOperation.Update;
        return null;
    }

    public override void Record(SnapshotJournal journal)
    {
        if (New is null)
        {
            journal.RemoveWithReferences(Old!);
        }
        else if (!ReferenceEquals(New, Old))
        {
            journal.Change(Old!, _ => New);
        }
    }

    public override StepMetadata Metadata() => base.Metadata() with { ChangedKeys = _diff.ChangedKeys, DetailedDiff = _diff.Detailed };

    // The very same entry where nothing changed, so that nothing is written for it.
    private ResourceState Refreshed(ObjectOutcome outcome, DeploymentContext context)
    {
        var inputs = Old!.External ? Old.Inputs : outcome.Inputs ?? Old.Inputs;
        var outputs = SecretOutputs.Mark(Old with { Inputs = inputs }, outcome.Outputs!, context.Events);
        var isSame = Old.Id == outcome.Id && Old.Inputs.Equals(inputs) && Old.Outputs.Equals(outputs) && Old.InitErrors.SequenceEqual(outcome.InitErrors)
            && Old.RefreshBeforeUpdate == outcome.RefreshBeforeUpdate;
        return isSame ? Old : Old with
        {
            Id = outcome.Id,
            Inputs = inputs,
            Outputs = outputs,
            InitErrors = outcome.InitErrors,
            RefreshBeforeUpdate = outcome.RefreshBeforeUpdate,
            Modified = context.Now,
        };
    }

    // The provider is asked what would lead from the object as it is back to the state as it was; what it says is then turned round.
    private async Task<DiffOutcome> DiffAsync(IResourceOperations operations, DeploymentContext context)
    {
        if (ReferenceEquals(New, Old))
        {
            return DiffOutcome.None;
        }

        if (Old!.External)
        {
            return InputComparison.Compare(Old.Outputs, New!.Outputs, []);
        }

        return Invert(await operations.DiffAsync(New!, Old.Inputs, Old.IgnoreChanges, context.Immediate));
    }

    private static DiffOutcome Invert(DiffOutcome diff) => diff with
    {
        Detailed = diff.Detailed?.ToImmutableSortedDictionary(
            change => change.Key, change => change.Value with { Kind = Invert(change.Value.Kind) }, StringComparer.Ordinal),
    };

    private static PropertyChangeKind Invert(PropertyChangeKind kind) => kind switch
    {
        PropertyChangeKind.Add => PropertyChangeKind.Delete,
        PropertyChangeKind.Delete => PropertyChangeKind.Add,
        PropertyChangeKind.AddReplace => PropertyChangeKind.DeleteReplace,
        PropertyChangeKind.DeleteReplace => PropertyChangeKind.AddReplace,
        _ => kind,
    };
}
