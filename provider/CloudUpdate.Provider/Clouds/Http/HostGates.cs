using System.Collections.Concurrent;

namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>Limits how many requests to one host are on their way at a time.</summary>
/// <param name="limit">The limit for each host.</param>
internal sealed class HostGates(int limit)
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for a free place and takes it until the result is disposed.</summary>
    /// <param name="host">Host and port.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<IDisposable> EnterAsync(string host, CancellationToken cancellationToken)
    {
        var gate = _gates.GetOrAdd(host, _ => new SemaphoreSlim(limit, limit));
        await gate.WaitAsync(cancellationToken);
        return new Released(() => gate.Release());
    }
}
