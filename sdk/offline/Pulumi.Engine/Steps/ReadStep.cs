using Pulumi.Engine.Deployment;
using Pulumi.Engine.Events;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Steps;

/// <summary>An object that is not managed here is read.</summary>
/// <param name="old">What was recorded before; null for nothing.</param>
/// <param name="planned">The entry; its id is what to read, its inputs what the program gave.</param>
/// <param name="replaces">Whether the old one is another object, which is deleted later.</param>
internal sealed class ReadStep(ResourceState? old, ResourceState planned, bool replaces) : Step(old, planned)
{
    public override StepOperation Operation => replaces ? StepOperation.ReadReplacement : StepOperation.Read;

    public override PendingOperationKind? Announcement => PendingOperationKind.Reading;

    public override bool Counts => Old is null || !Old.Outputs.Equals(New!.Outputs);

    public override async Task<StepFailure?> ApplyAsync(DeploymentContext context)
    {
        // An id that this preview does not know: nothing can be read.
        if (New!.Id.Length == 0)
        {
            return null;
        }

        var operations = await context.OperationsAsync(New.Type, New.Provider);
        var outcome = await operations.ReadAsync(New.Urn, New.Id, New.Inputs, New.Inputs, New.CustomTimeouts?.Read ?? 0, context.Immediate);
        if (outcome.Outputs is null || outcome.Id.Length == 0)
        {
            return new StepFailure($"resource '{New.Id}' does not exist", OperationStatus.Ok);
        }

        New = New with
        {
            Id = outcome.Id,
            Outputs = SecretOutputs.Mark(New, outcome.Outputs, context.Events),
            InitErrors = outcome.InitErrors,
            Created = Old?.Created ?? context.Now,
            Modified = context.Now,
        };
        return PartialFailure(outcome);
    }

    public override void Record(SnapshotJournal journal)
    {
        if (Old is not null && replaces)
        {
            journal.Change(Old, state => state with { Delete = true });
        }
        else if (Old is not null)
        {
            journal.Remove(Old);
        }

        journal.Append(New!);
    }
}
