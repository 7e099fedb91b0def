using Pulumi.Engine.Deployment;
using Pulumi.Engine.Events;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Steps;

/// <summary>Says that one object takes another one's place; the work is done by the steps around it.</summary>
/// <param name="old">The object replaced.</param>
/// <param name="replacement">The step that makes, imports or reads the new one.</param>
internal sealed class ReplaceStep(ResourceState old, Step replacement) : Step(old, replacement.New)
{
    public override StepOperation Operation => StepOperation.Replace;

    public override Task<StepFailure?> ApplyAsync(DeploymentContext context)
    {
        New = replacement.New;
        return Task.FromResult<StepFailure?>(null);
    }

    public override void Record(SnapshotJournal journal)
    {
    }
}
