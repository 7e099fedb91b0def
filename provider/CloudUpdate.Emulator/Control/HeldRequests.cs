namespace CloudUpdate.Emulator.Control;

/// <summary>Requests that a fault holds back at the moment, for tests that want to act while one is under way.</summary>
internal sealed class HeldRequests
{
    private readonly Lock _lock = new();
    private readonly CountWaiters _waiters = new();
    private int _held;

    public void Enter()
    {
        lock (_lock)
        {
            _waiters.Reached(++_held);
        }
    }

    public void Exit()
    {
        lock (_lock)
        {
            _held--;
        }
    }

    public Task WaitAsync(int count, CancellationToken cancellation)
    {
        lock (_lock)
        {
            return _waiters.WaitAsync(_held, count, cancellation);
        }
    }
}
