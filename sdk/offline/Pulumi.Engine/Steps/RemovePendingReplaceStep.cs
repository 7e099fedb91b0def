using Pulumi.Engine.Deployment;
using Pulumi.Engine.Events;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Steps;

/// <summary>Forgets what an interrupted replacement left: its object was deleted before.</summary>
internal sealed class RemovePendingReplaceStep(ResourceState old) : Step(old, null)
{
    public override StepOperation Operation => StepOperation.RemovePendingReplace;

    public override Task<StepFailure?> ApplyAsync(DeploymentContext context) => Task.FromResult<StepFailure?>(null);

    public override void Record(SnapshotJournal journal) => journal.Remove(Old!);
}
