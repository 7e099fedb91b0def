using System.Collections.Immutable;
using Pulumi.Engine.Backend;
using Pulumi.Engine.Events;
using Pulumi.Engine.Monitor;
using Pulumi.Engine.Plugins;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Deployment;

/// <summary>Runs operations on stacks: takes the lock, loads the state, runs program and providers, saves after every change, writes history
/// and backup, gives the lock back. Previews take no lock and write nothing.</summary>
public sealed class DeploymentRunner
{
    private readonly EngineEnvironment _environment;
    private readonly IProviderLauncher? _launcher;

    /// <summary>A runner.</summary>
    /// <param name="environment">Clock, randomness, variables and folders.</param>
    /// <param name="launcher">Starts providers; null for the usual search for plugins.</param>
    public DeploymentRunner(EngineEnvironment environment, IProviderLauncher? launcher = null)
    {
        _environment = environment;
        _launcher = launcher;
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
    public async Task<UpdateResult> RunAsync(
        UpdateKind kind, bool preview, UpdateOptions options, IEventSink events, CancellationToken graceful = default, CancellationToken immediate = default)
    {
        if (preview)
        {
            return await RunLockedAsync(kind, preview, options, events, graceful, immediate);
        }

        using var held = options.Backend.Lock(options.Stack);
        var start = _environment.Time.GetUtcNow();
        var result = await RunLockedAsync(kind, preview, options, events, graceful, immediate);
        options.Backend.Record(options.Stack, new HistoryEntry
        {
            Kind = kind,
            StartTime = start,
            EndTime = _environment.Time.GetUtcNow(),
            Message = options.Message,
            Environment = options.HistoryEnvironment,
            Config = options.Configuration.Stored.ToImmutableSortedDictionary(entry => entry.Key.ToString(), entry => entry.Value, StringComparer.Ordinal),
            Succeeded = result.Outcome == UpdateOutcome.Succeeded,
            ResourceChanges = result.ResourceChanges,
        });
        return result;
    }

    private async Task<UpdateResult> RunLockedAsync(
        UpdateKind kind, bool preview, UpdateOptions options, IEventSink sink, CancellationToken graceful, CancellationToken immediate)
    {
        var cache = new SecretCache();
        var before = options.Backend.Load(options.Stack, options.Passphrase, cache);
        var writer = Writer(options, cache);
        var events = new EventStream(sink, _environment.Time, options.Configuration, preview);
        await using var server = await EngineServer.StartAsync(new EngineService(events));
        using var end = CancellationTokenSource.CreateLinkedTokenSource(immediate);
        await using var run = new DeploymentRun(_environment, options, events, server, Launcher(options), preview ? null : snapshot => Save(options, writer, snapshot), end.Token);
        return await run.RunAsync(kind, before, graceful);
    }

    private IProviderLauncher Launcher(UpdateOptions options) => _launcher ?? new PluginLauncher(_environment, options.Project);

    // The manager that the state names goes on where no other is given; the same manager keeps unchanged ciphertexts.
    private static SnapshotWriter Writer(UpdateOptions options, SecretCache cache)
    {
        var inState = options.Backend.StateSecrets(options.Stack, options.Passphrase);
        var secrets = options.Secrets ?? inState;
        var isSame = secrets is null || inState is null || Newtonsoft.Json.Linq.JToken.DeepEquals(secrets.State, inState.State);
        return new SnapshotWriter(secrets, isSame ? cache : new SecretCache());
    }

    private static void Save(UpdateOptions options, SnapshotWriter writer, Snapshot snapshot)
    {
        SnapshotIntegrity.Verify(snapshot);
        options.Backend.Save(options.Stack, writer.WriteStackFile(options.Stack.FullName, snapshot));
    }
}
