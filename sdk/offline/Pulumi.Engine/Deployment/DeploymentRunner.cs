using Pulumi.Engine.Backend;
using Pulumi.Engine.Events;
using Pulumi.Engine.Plugins;

namespace Pulumi.Engine.Deployment;

/// <summary>Runs operations on stacks: takes the lock, loads the state, runs program and providers, saves after every change, writes history
/// and backup, gives the lock back. Previews take no lock and write nothing.</summary>
public sealed class DeploymentRunner
{
    /// <summary>A runner.</summary>
    /// <param name="environment">Clock, randomness, variables and folders.</param>
    /// <param name="launcher">Starts providers; null for the usual search for plugins.</param>
    public DeploymentRunner(EngineEnvironment environment, IProviderLauncher? launcher = null)
    {
    }

    /// <summary>Runs one operation, or previews it.</summary>
    /// <param name="kind">Update, refresh, destroy or import of resources.</param>
    /// <param name="preview">Whether to show only what would happen.</param>
    /// <param name="options">What to work on, and how.</param>
    /// <param name="events">Takes the events of the run.</param>
    /// <param name="graceful">First interrupt: providers are asked to cancel, running steps are awaited, no new ones start.</param>
    /// <param name="immediate">Second interrupt: stop at once; announced operations stay in the state as pending.</param>
    /// <returns>How it ended; failures of program, providers and steps are results, not exceptions.</returns>
    /// <exception cref="EngineException">The run could not begin: locked stack, missing stack, wrong passphrase, invalid state.</exception>
    public Task<UpdateResult> RunAsync(
        UpdateKind kind, bool preview, UpdateOptions options, IEventSink events, CancellationToken graceful = default, CancellationToken immediate = default) =>
        throw new NotSupportedException();
}
