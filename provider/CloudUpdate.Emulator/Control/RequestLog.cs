namespace CloudUpdate.Emulator.Control;

/// <summary>The journal. Entries are added under the state's lock, so that their order is the order of effects.</summary>
internal sealed class RequestLog(int limit)
{
    private readonly List<JournalEntry> _entries = [];
    private readonly CountWaiters _waiters = new();
    private long _position;

    public IReadOnlyList<JournalEntry> Entries => _entries;

    /// <summary>The next position in the order of beginnings and ends.</summary>
    public long Next() => Interlocked.Increment(ref _position);

    public void Add(JournalEntry entry)
    {
        _entries.Add(entry);
        if (_entries.Count > limit + (limit / 8))
        {
            // In larger steps, since removing from the front moves all others.
            _entries.RemoveRange(0, _entries.Count - limit);
        }

        _waiters.Reached(_entries.Count);
    }

    /// <summary>Waits until there are so many entries. Unlike the others this one takes the state's lock itself.</summary>
    public Task WaitForAsync(Lock gate, int count, CancellationToken cancellation)
    {
        lock (gate)
        {
            return _waiters.WaitAsync(_entries.Count, count, cancellation);
        }
    }

    /// <summary>Changes the outcome of an entry whose sender went away after the request had taken effect.</summary>
    public void Amend(long sequence, JournalOutcome outcome)
    {
        var index = _entries.FindLastIndex(entry => entry.Sequence == sequence);
        if (index >= 0)
        {
            _entries[index] = _entries[index] with { Outcome = outcome };
        }
    }

    public void Clear() => _entries.Clear();
}
