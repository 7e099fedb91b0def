using Pulumi.Engine.Deployment;
using Pulumi.Engine.Events;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Steps;

/// <summary>An object is deleted, or where it is not managed here, forgotten.</summary>
/// <param name="old">The object.</param>
/// <param name="replaced">Whether another one takes its place.</param>
/// <param name="beforeReplacement">Whether that one is still to be created: the entry stays until it is.</param>
/// <param name="goesWithAnother">Whether the deletion of another resource takes this one with it.</param>
internal sealed class DeleteStep(ResourceState old, bool replaced = false, bool beforeReplacement = false, bool goesWithAnother = false) : Step(old, null)
{
    public override StepOperation Operation => (Old!.External, replaced) switch
    {
        (true, true) => StepOperation.DiscardReplaced,
        (true, false) => StepOperation.Discard,
        (false, true) => StepOperation.DeleteReplaced,
        _ => StepOperation.Delete,
    };

    public override PendingOperationKind? Announcement => CallsProvider ? PendingOperationKind.Deleting : null;

    public override bool TellsOutputs => true;

    private bool CallsProvider => Old!.Custom && !Old.External && !Old.RetainOnDelete && !goesWithAnother && !Urn.IsProviderType(Old.Type);

    public override async Task<StepFailure?> ApplyAsync(DeploymentContext context)
    {
        if (!context.Preview && (CallsProvider || Urn.IsProviderType(Old!.Type)))
        {
            var operations = await context.OperationsAsync(Old!.Type, Old.Provider);
            await operations.DeleteAsync(Old, context.Immediate);
        }

        return null;
    }

    public override void Record(SnapshotJournal journal)
    {
        if (beforeReplacement)
        {
            journal.Change(Old!, state => state with { PendingReplacement = true });
        }
        else if (goesWithAnother)
        {
            journal.RemoveWithOwner(Old!);
        }
        else
        {
            journal.Remove(Old!);
        }
    }
}
