using CloudUpdate.Protocol.Values;
using Pulumi.Engine.Deployment;
using Pulumi.Engine.Events;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Steps;

/// <summary>An object changes in place. A component's update calls nothing.</summary>
internal sealed class UpdateStep(ResourceState old, ResourceState planned) : Step(old, planned)
{
    public override StepOperation Operation => StepOperation.Update;

    public override PendingOperationKind? Announcement => New!.Custom && !Urn.IsProviderType(New.Type) ? PendingOperationKind.Updating : null;

    public override async Task<StepFailure?> ApplyAsync(DeploymentContext context)
    {
        if (!New!.Custom)
        {
            New = New with { Outputs = Old!.Outputs, Modified = context.Now };
            return null;
        }

        var operations = await context.OperationsAsync(New.Type, New.Provider);
        var outcome = await operations.UpdateAsync(Old!, New, context.Preview, context.Immediate);
        var failure = PartialFailure(outcome);
        New = New with
        {
            Id = outcome.Id,

            // After a partial failure the old inputs stay, so that the next diff shows the change again.
            Inputs = failure is null ? New.Inputs : Old!.Inputs,
            Outputs = SecretOutputs.Mark(New, outcome.Outputs ?? PropertyMap.Empty, context.Events),
            InitErrors = outcome.InitErrors,
            RefreshBeforeUpdate = outcome.RefreshBeforeUpdate,
            Modified = context.Now,
        };
        return failure;
    }

    public override void Record(SnapshotJournal journal)
    {
        journal.Remove(Old!);
        journal.Append(New!);
    }
}
