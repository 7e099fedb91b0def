using CloudUpdate.Protocol.Values;
using Pulumi.Engine.Deployment;
using Pulumi.Engine.Events;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Steps;

/// <summary>A new object, or the new object of a replacement.</summary>
/// <param name="old">The object replaced; null for a plain create.</param>
/// <param name="planned">The state to reach.</param>
/// <param name="oldIsGone">Whether the object replaced was deleted before.</param>
internal sealed class CreateStep(ResourceState? old, ResourceState planned, bool oldIsGone = false) : Step(old, planned)
{
    public override StepOperation Operation => Old is null ? StepOperation.Create : StepOperation.CreateReplacement;

    public override PendingOperationKind? Announcement => New!.Custom && !Urn.IsProviderType(New.Type) ? PendingOperationKind.Creating : null;

    public override async Task<StepFailure?> ApplyAsync(DeploymentContext context)
    {
        if (!New!.Custom)
        {
            New = New with { Created = context.Now, Modified = context.Now };
            return null;
        }

        var operations = await context.OperationsAsync(New.Type, New.Provider);
        var outcome = await operations.CreateAsync(New, context.Preview, context.Immediate);
        New = New with
        {
            Id = outcome.Id,
            Outputs = SecretOutputs.Mark(New, outcome.Outputs ?? PropertyMap.Empty, context.Events),
            InitErrors = outcome.InitErrors,
            RefreshBeforeUpdate = outcome.RefreshBeforeUpdate,
            Created = context.Now,
            Modified = context.Now,
        };
        return PartialFailure(outcome);
    }

    public override void Record(SnapshotJournal journal)
    {
        journal.Append(New!);
        if (Old is null)
        {
            return;
        }

        if (oldIsGone)
        {
            journal.Remove(Old);
        }
        else
        {
            journal.Change(Old, state => state with { Delete = true });
        }
    }
}
