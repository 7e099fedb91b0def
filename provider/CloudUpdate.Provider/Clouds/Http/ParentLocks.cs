namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>One lock per parent object, kept only as long as somebody holds it or waits for it.</summary>
internal sealed class ParentLocks : IParentLocks
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = [];

    /// <summary>How many parents are held or waited for.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    /// <inheritdoc />
    public async Task<IDisposable> AcquireAsync(string parentKey, CancellationToken cancellationToken)
    {
        var entry = Join(parentKey);
        try
        {
            await entry.Turn.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave(parentKey, entry);
            throw;
        }

        return new Released(() =>
        {
            entry.Turn.Release();
            Leave(parentKey, entry);
        });
    }

    private Entry Join(string key)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out var entry))
            {
                _entries[key] = entry = new Entry();
            }

            entry.Users++;
            return entry;
        }
    }

    private void Leave(string key, Entry entry)
    {
        lock (_gate)
        {
            if (--entry.Users == 0)
            {
                _entries.Remove(key);
                entry.Turn.Dispose();
            }
        }
    }

    private sealed class Entry
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public int Users { get; set; }
    }
}
