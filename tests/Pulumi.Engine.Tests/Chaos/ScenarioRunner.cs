using System.Collections.Concurrent;
using Pulumi.Engine.Backend;
using Pulumi.Engine.State;
using Pulumi.Engine.Tests.Framework;

namespace Pulumi.Engine.Tests.Chaos;

/// <summary>Plays a scenario, and says what is wrong with the state it leaves.</summary>
internal sealed class ScenarioRunner : IDisposable
{
    private readonly EngineTest _engine = new();
    private readonly HashSet<string> _forgettable = [];
    private ConcurrentDictionary<string, string> _urns = [];

    /// <summary>The first broken promise, or null.</summary>
    public static async Task<string?> RunAsync(Scenario scenario)
    {
        using var runner = new ScenarioRunner();
        foreach (var round in scenario.Rounds)
        {
            if (await runner.PlayAsync(round) is { } error)
            {
                return $"{round}\n{error}";
            }
        }

        return await runner.SettleAsync(scenario.Rounds.IsEmpty ? [] : scenario.Rounds[^1].Program);
    }

    public void Dispose() => _engine.Dispose();

    private async Task<string?> PlayAsync(Round round)
    {
        // An object that is to be retained may be forgotten from now on.
        _forgettable.UnionWith(_engine.State().Resources.Where(resource => resource.RetainOnDelete).Select(resource => resource.Id));
        using var cloud = ChaosCloud.Prepare(_engine, _urns, round);
        var program = ChaosProgram.Of(round.Program);
        var (kind, preview, refresh) = round.Kind switch
        {
            RoundKind.Update => (UpdateKind.Update, false, false),
            RoundKind.UpdateWithRefresh => (UpdateKind.Update, false, true),
            RoundKind.Refresh => (UpdateKind.Refresh, false, false),
            RoundKind.Destroy => (UpdateKind.Destroy, false, false),
            _ => (UpdateKind.Update, true, false),
        };
        await _engine.RunAsync(kind, preview, program, options => options with { Refresh = refresh }, cloud.Graceful, cloud.Immediate);
        if (cloud.StateAtDeath is { } state)
        {
            await File.WriteAllBytesAsync(_engine.StatePath, state);
        }

        _urns = cloud.Urns;
        return FindError();
    }

    private string? FindError()
    {
        try
        {
            var state = _engine.State();
            var known = state.Resources.Select(resource => resource.Id).ToHashSet();
            var pending = state.PendingOperations.Where(operation => operation.Kind == PendingOperationKind.Creating).Select(operation => operation.Resource.Urn).ToHashSet();
            var forgotten = _engine.Fake.Objects.Keys.Where(id => !known.Contains(id) && !_forgettable.Contains(id) && !pending.Contains(_urns[id])).ToList();
            return forgotten.Count == 0 ? null : $"forgotten: {string.Join(", ", forgotten.Select(id => $"{id} of {_urns[id]}"))}\n{Describe(state)}";
        }
        catch (EngineException exception)
        {
            return exception.Message;
        }
    }

    // Without faults the stack reaches what the program says, and can then be destroyed.
    private async Task<string?> SettleAsync(IReadOnlyList<ChaosResource> program)
    {
        var lost = _engine.State().PendingOperations.Select(operation => operation.Resource.Urn).ToHashSet();
        _forgettable.UnionWith(_engine.State().Resources.Where(resource => resource.RetainOnDelete).Select(resource => resource.Id));
        using var cloud = ChaosCloud.Prepare(_engine, _urns, new Round(RoundKind.Update, [], Fault.None, 0));
        var unprotect = await _engine.UpAsync(ChaosProgram.Of(program, protect: false));
        if (!unprotect.Succeeded && !unprotect.Errors[0].Contains("protect", StringComparison.Ordinal))
        {
            return $"the last update failed: {unprotect}";
        }

        if (unprotect.Succeeded && _engine.State().Resources.FirstOrDefault(resource => resource.Delete || resource.PendingReplacement || !resource.InitErrors.IsEmpty) is { } unfinished)
        {
            return $"the last update left {unfinished.Urn} unfinished";
        }

        if (unprotect.Succeeded)
        {
            _forgettable.UnionWith(_engine.State().Resources.Where(resource => resource.RetainOnDelete).Select(resource => resource.Id));
            var destroy = await _engine.DestroyAsync();
            var left = _engine.Fake.Objects.Keys.Where(id => !_forgettable.Contains(id) && !lost.Contains(cloud.Urns[id])).ToList();
            return destroy.Succeeded && left.Count == 0 ? null : $"the stack could not be destroyed: {destroy}; left: {string.Join(", ", left)}";
        }

        return null;
    }

    private static string Describe(Snapshot state) => string.Join('\n', state.Resources.Select(resource =>
        $"  {resource.Urn} {resource.Id}{(resource.Delete ? " delete" : string.Empty)}{(resource.PendingReplacement ? " pendingReplacement" : string.Empty)}"));
}
