using Pulumi.Engine.State;
using Pulumi.Engine.Steps;

namespace Pulumi.Engine.Deployment;

/// <summary>Reads every object and brings the state up to date. Reads run beside each other, and one that fails does not stop the others.</summary>
internal sealed class RefreshPhase(DeploymentContext context, bool precedesUpdate)
{
    /// <summary>Runs the phase.</summary>
    /// <returns>Whether everything succeeded.</returns>
    public async Task<bool> RunAsync(Snapshot before, CancellationToken graceful)
    {
        var targets = TargetSet.Of(context.Options.Targets, context.Options.TargetDependents, before.Resources);
        using var executor = new StepExecutor(context, static _ => { }, stopsOnFailure: false);
        using var interrupt = graceful.Register(executor.Stop);
        var steps = before.Resources
            .Where(resource => resource is { Custom: true, PendingReplacement: false, Id.Length: > 0 } && !Urn.IsProviderType(resource.Type))
            .Where(resource => !targets.IsLimited || targets.Names(resource.Urn))
            .Select(resource => new RefreshStep(resource) { InRefreshPhase = precedesUpdate });
        await Task.WhenAll(steps.Select(step => executor.RunAsync([step])));
        return !executor.HasFailed && !graceful.IsCancellationRequested;
    }
}
