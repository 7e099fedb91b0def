using CloudUpdate.Emulator.Http;

namespace CloudUpdate.Emulator.Control;

/// <summary>The faults in force, in the order in which they were added. Callers hold the state's lock.</summary>
internal sealed class FaultList
{
    private readonly List<ActiveFault> _faults = [];
    private int _lastId;

    public IReadOnlyList<ActiveFault> All => _faults;

    public int Add(Fault fault, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fault.Every, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(fault.Skip, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(fault.Delay, TimeSpan.Zero);
        if (fault.Status is < 200 or > 599)
        {
            throw new ArgumentOutOfRangeException(nameof(fault), fault.Status, "A fault's status is between 200 and 599.");
        }

        _faults.Add(new ActiveFault(++_lastId, fault, now));
        return _lastId;
    }

    public bool Remove(int id) => _faults.RemoveAll(fault => fault.Id == id) > 0;

    public void Clear() => _faults.Clear();

    /// <summary>The first fault that hits a request. Faults that end a token's life strike before authentication, all others after.</summary>
    public ActiveFault? Hit(ReceivedRequest request, Route? route, DateTimeOffset now, bool beforeAuthentication) => _faults.FirstOrDefault(
        fault => fault.Fault.ExpireToken == beforeAuthentication && fault.Fits(request, route) && fault.Count(now));
}
