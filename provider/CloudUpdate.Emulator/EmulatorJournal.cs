using CloudUpdate.Emulator.State;

namespace CloudUpdate.Emulator;

/// <summary>The requests to the clouds so far. Calls to the control routes and to the page are not in it.</summary>
public sealed class EmulatorJournal
{
    private readonly EmulatorState _state;

    internal EmulatorJournal(EmulatorState state) => _state = state;

    /// <summary>All requests, in the order in which they took effect.</summary>
    public IReadOnlyList<JournalEntry> Entries => After(0);

    /// <summary>All requests that write, in the order in which they took effect.</summary>
    public IReadOnlyList<JournalEntry> Writes => [.. Entries.Where(entry => entry.IsWrite)];

    /// <summary>The requests after a position.</summary>
    /// <param name="sequence">The last <see cref="JournalEntry.Sequence"/> already seen; 0 for all.</param>
    public IReadOnlyList<JournalEntry> After(long sequence)
    {
        lock (_state.Gate)
        {
            return [.. _state.Log.Entries.Where(entry => entry.Sequence > sequence)];
        }
    }

    /// <summary>Waits until the journal holds that many requests.</summary>
    /// <param name="count">Number of requests.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The requests.</returns>
    public async Task<IReadOnlyList<JournalEntry>> WaitForAsync(int count, CancellationToken cancellationToken = default)
    {
        await _state.Log.WaitForAsync(_state.Gate, count, cancellationToken).ConfigureAwait(false);
        return Entries;
    }

    /// <summary>Forgets all requests. Positions go on counting.</summary>
    public void Clear()
    {
        lock (_state.Gate)
        {
            _state.Log.Clear();
        }
    }
}
