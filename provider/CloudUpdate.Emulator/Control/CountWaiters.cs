namespace CloudUpdate.Emulator.Control;

/// <summary>Wakes those who wait for a number to be reached. Callers hold the lock that guards the number.</summary>
internal sealed class CountWaiters
{
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiters = [];

    public void Reached(int count)
    {
        foreach (var (_, reached) in _waiters.Where(waiter => waiter.Count <= count))
        {
            reached.TrySetResult();
        }

        _waiters.RemoveAll(waiter => waiter.Count <= count);
    }

    public Task WaitAsync(int current, int count, CancellationToken cancellation)
    {
        if (current >= count)
        {
            return Task.CompletedTask;
        }

        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiters.Add((count, reached));
        return reached.Task.WaitAsync(cancellation);
    }
}
