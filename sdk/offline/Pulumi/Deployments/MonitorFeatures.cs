using System.Collections.Concurrent;

namespace Pulumi;

/// <summary>What the engine understands, asked once for each feature.</summary>
internal sealed class MonitorFeatures(IMonitor monitor)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<bool>>> _answers = new();

    public Task<bool> ResourceReferencesAsync() => AskAsync("resourceReferences");

    public Task<bool> OutputValuesAsync() => AskAsync("outputValues");

    public Task<bool> AliasSpecsAsync() => AskAsync("aliasSpecs");

    public Task<bool> DeletedWithAsync() => AskAsync("deletedWith");

    private Task<bool> AskAsync(string feature)
        => _answers.GetOrAdd(feature, _ => new Lazy<Task<bool>>(() => monitor.SupportsFeatureAsync(feature))).Value;
}
