using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using Pulumi.Engine.Backend;
using Pulumi.Engine.Events;
using Pulumi.Engine.Monitor;
using Pulumi.Engine.Plugins;
using Pulumi.Engine.Programs;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Deployment;

/// <summary>One run of one operation, from the first event to the last.</summary>
internal sealed class DeploymentRun : IAsyncDisposable
{
    private readonly EngineEnvironment _environment;
    private readonly UpdateOptions _options;
    private readonly EventStream _events;
    private readonly EngineServer _server;
    private readonly IProviderLauncher _launcher;
    private readonly Action<Snapshot>? _save;
    private readonly CancellationToken _immediate;
    private readonly List<ProviderRegistry> _registries = [];
    private SnapshotJournal? _journal;
    private PropertyMap? _outputs;

    public DeploymentRun(
        EngineEnvironment environment,
        UpdateOptions options,
        EventStream events,
        EngineServer server,
        IProviderLauncher launcher,
        Action<Snapshot>? save,
        CancellationToken immediate)
    {
        _environment = environment;
        _options = options;
        _events = events;
        _server = server;
        _launcher = launcher;
        _save = save;
        _immediate = immediate;
    }

    public async Task<UpdateResult> RunAsync(UpdateKind kind, Snapshot before, CancellationToken graceful)
    {
        _events.Prelude(_options.Configuration);
        WarnOfPending(before);
        using var interrupt = graceful.Register(() => _ = CancelProvidersAsync());
        var succeeded = await RunPhasesAsync(kind, before, graceful) & Finish();
        var outcome = succeeded ? UpdateOutcome.Succeeded
            : graceful.IsCancellationRequested || _immediate.IsCancellationRequested ? UpdateOutcome.Canceled : UpdateOutcome.Failed;
        if (!succeeded)
        {
            _events.Error($"{(_events.Preview ? "preview" : Word(kind))} {(outcome == UpdateOutcome.Canceled ? "canceled" : "failed")}");
        }

        _events.Summary(outcome);
        _events.End();
        return new UpdateResult
        {
            Outcome = outcome,
            Duration = _events.Elapsed,
            ResourceChanges = _events.Changes,
            MaybeCorrupt = _events.MaybeCorrupt,
            Snapshot = _journal!.Snapshot(),
            OldOutputs = before.RootStack?.Outputs ?? PropertyMap.Empty,
            Outputs = _outputs,
        };
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var registry in _registries)
        {
            await registry.DisposeAsync();
        }
    }

    private bool Finish()
    {
        try
        {
            _journal!.Finish();
            return true;
        }
        catch (Exception exception) when (exception is EngineException or IOException)
        {
            _events.Error($"the state could not be saved: {exception.Message}");
            return false;
        }
    }

    private async Task<bool> RunPhasesAsync(UpdateKind kind, Snapshot before, CancellationToken graceful)
    {
        if (kind == UpdateKind.Refresh || _options.Refresh)
        {
            var (context, _) = Begin(before);
            if (kind == UpdateKind.Refresh && _options.ClearPendingCreates)
            {
                context.Journal.ClearPendingCreates();
            }

            var succeeded = await new RefreshPhase(context, precedesUpdate: kind != UpdateKind.Refresh).RunAsync(before, graceful);
            if (!succeeded || kind == UpdateKind.Refresh)
            {
                return succeeded;
            }

            before = context.Journal.Snapshot();
        }

        return kind == UpdateKind.ResourceImport ? await ImportAsync(before, graceful) : await UpdateAsync(kind, before, graceful);
    }

    private async Task<bool> ImportAsync(Snapshot before, CancellationToken graceful)
    {
        var (context, state) = Begin(before);
        return await new ImportPhase(context, state).RunAsync(graceful);
    }

    private async Task<bool> UpdateAsync(UpdateKind kind, Snapshot before, CancellationToken graceful)
    {
        var program = kind == UpdateKind.Destroy ? null : _options.Program ?? throw new EngineException("an update needs a program");
        var (context, state) = Begin(before);
        using var phase = new UpdatePhase(context, state);
        _server.ServeMonitor(phase.Monitor);
        var succeeded = await phase.RunAsync(program, Run(), graceful);
        _outputs = phase.Monitor.StackOutputs;
        return succeeded;
    }

    private (DeploymentContext Context, RunState State) Begin(Snapshot before)
    {
        var state = new RunState(before);
        var plugins = new PluginSettings(_server.Address, _options.Project, _options.Configuration);
        var builtin = new BuiltinProvider(ReadStackOutputs, urn => state.News.GetValueOrDefault(urn));
        var registry = new ProviderRegistry(_launcher, builtin, plugins, before, _environment.Entropy, _environment.Time, _immediate);
        _registries.Add(registry);
        _journal = new SnapshotJournal(before, () => new SnapshotManifest(_environment.Time.GetUtcNow(), EngineVersion.Text), _save);
        var context = new DeploymentContext
        {
            Environment = _environment,
            Options = _options,
            Events = _events,
            Providers = registry,
            Journal = _journal,
            Immediate = _immediate,
        };
        return (context, state);
    }

    private ProgramRun Run() => new()
    {
        MonitorAddress = _server.Address,
        EngineAddress = _server.Address,
        Stack = _options.Stack,
        Configuration = _options.Configuration,
        DryRun = _events.Preview,
        Parallel = _options.Parallel,
        OnOutput = (line, isError) => _events.Diagnostic(isError ? DiagnosticSeverity.InfoError : DiagnosticSeverity.Info, line, string.Empty),
    };

    private PropertyMap? ReadStackOutputs(string name)
    {
        var stack = StackReference.Parse(name, _options.Stack.Project);
        return _options.Backend.Exists(stack) ? _options.Backend.Load(stack, _options.Passphrase).RootStack?.Outputs ?? PropertyMap.Empty : null;
    }

    private Task CancelProvidersAsync() => Task.WhenAll(_registries.ToImmutableArray().Select(registry => registry.CancelAsync()));

    private void WarnOfPending(Snapshot before)
    {
        if (before.PendingOperations.IsEmpty || _events.Preview)
        {
            return;
        }

        var lines = before.PendingOperations.Select(operation => $"  * {operation.Resource.Urn}, interrupted while {operation.Kind.ToString().ToLowerInvariant()}");
        _events.Warning(
            $"Attempting to deploy or update resources with {before.PendingOperations.Length} pending operations from previous deployment.\n{string.Join('\n', lines)}\n" +
            "These resources are in an unknown state because the Pulumi CLI was interrupted while waiting for changes to them to complete. You should confirm " +
            "whether these operations finished, and import what they created. `pulumi refresh --clear-pending-creates` forgets the creates that made nothing.");
    }

    private static string Word(UpdateKind kind) => kind switch
    {
        UpdateKind.Refresh => "refresh",
        UpdateKind.Destroy => "destroy",
        UpdateKind.ResourceImport => "import",
        _ => "update",
    };
}
