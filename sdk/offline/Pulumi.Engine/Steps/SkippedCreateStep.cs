using Pulumi.Engine.Deployment;
using Pulumi.Engine.Events;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Steps;

/// <summary>A new resource that the targets leave out: nothing is made and nothing recorded.</summary>
internal sealed class SkippedCreateStep(ResourceState planned) : Step(null, planned)
{
    public override StepOperation Operation => StepOperation.Same;

    public override Task<StepFailure?> ApplyAsync(DeploymentContext context) => Task.FromResult<StepFailure?>(null);

    public override void Record(SnapshotJournal journal)
    {
    }
}
