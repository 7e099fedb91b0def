namespace Pulumi.Engine.Tests.Framework;

/// <summary>Lets nobody pass until so many have arrived: proves that they run beside each other.</summary>
internal sealed class Gate(int count)
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _arrived;

    public Task MeetAsync()
    {
        if (Interlocked.Increment(ref _arrived) >= count)
        {
            _open.TrySetResult();
        }

        return _open.Task.WaitAsync(EngineTest.Patience);
    }
}
