using Pulumi.Engine.Deployment;
using Pulumi.Engine.Events;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Steps;

/// <summary>An existing object is brought in: it is read, and what the provider says becomes inputs and outputs.</summary>
/// <param name="old">The object whose place it takes; null for none.</param>
/// <param name="planned">The entry; its import id is what to read.</param>
internal sealed class ImportStep(ResourceState? old, ResourceState planned) : Step(old, planned)
{
    public override StepOperation Operation => Old is null ? StepOperation.Import : StepOperation.ImportReplacement;

    public override PendingOperationKind? Announcement => PendingOperationKind.Importing;

    public override async Task<StepFailure?> ApplyAsync(DeploymentContext context)
    {
        var operations = await context.OperationsAsync(New!.Type, New.Provider);
        var outcome = await operations.ReadAsync(New.Urn, New.ImportId, null, null, New.CustomTimeouts?.Read ?? 0, context.Immediate);
        if (outcome.Outputs is null)
        {
            return new StepFailure($"resource '{New.ImportId}' does not exist", OperationStatus.Ok);
        }

        if (outcome.Inputs is null)
        {
            return new StepFailure(
                $"provider does not support importing resources; please try updating the '{Urn.Package(New.Type)}' plugin", OperationStatus.Ok);
        }

        New = New with
        {
            Id = outcome.Id.Length > 0 ? outcome.Id : New.ImportId,
            Inputs = outcome.Inputs,
            Outputs = SecretOutputs.Mark(New with { Inputs = outcome.Inputs }, outcome.Outputs, context.Events),
            InitErrors = outcome.InitErrors,
            RefreshBeforeUpdate = outcome.RefreshBeforeUpdate,
            Created = context.Now,
            Modified = context.Now,
        };
        return null;
    }

    public override void Record(SnapshotJournal journal)
    {
        if (Old is { External: true })
        {
            journal.Remove(Old);
        }
        else if (Old is not null)
        {
            journal.Change(Old, state => state with { Delete = true });
        }

        journal.Append(New!);
    }
}
