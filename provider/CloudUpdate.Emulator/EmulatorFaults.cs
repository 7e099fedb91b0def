using CloudUpdate.Emulator.State;

namespace CloudUpdate.Emulator;

/// <summary>
/// Faults in force. Of several that fit a request, the first added that is neither spent nor waiting for its turn strikes.
/// </summary>
public sealed class EmulatorFaults
{
    private readonly EmulatorState _state;

    internal EmulatorFaults(EmulatorState state) => _state = state;

    /// <summary>All faults, spent ones included, in the order in which they were added.</summary>
    public IReadOnlyList<FaultStatus> All
    {
        get
        {
            lock (_state.Gate)
            {
                return [.. _state.Faults.All.Select(active => new FaultStatus(active.Id, active.Fault, active.Seen, active.Hits, active.IsSpent(_state.Now)))];
            }
        }
    }

    /// <summary>Puts a fault in force.</summary>
    /// <param name="fault">The fault.</param>
    /// <returns>Its number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count, delay or status is out of range.</exception>
    public int Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_state.Gate)
        {
            return _state.Faults.Add(fault, _state.Now);
        }
    }

    /// <summary>Waits until faults hold back that many requests at once; <see cref="Fault.Delay"/> counts from a request's arrival.</summary>
    /// <param name="count">Number of requests.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task WaitForHeldAsync(int count = 1, CancellationToken cancellationToken = default) => _state.Held.WaitAsync(count, cancellationToken);

    /// <summary>Ends a fault.</summary>
    /// <param name="id">Its number.</param>
    /// <returns>False where there is none.</returns>
    public bool Remove(int id)
    {
        lock (_state.Gate)
        {
            return _state.Faults.Remove(id);
        }
    }

    /// <summary>Ends all faults.</summary>
    public void Clear()
    {
        lock (_state.Gate)
        {
            _state.Faults.Clear();
        }
    }
}
