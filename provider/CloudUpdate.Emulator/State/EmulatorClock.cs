namespace CloudUpdate.Emulator.State;

/// <summary>The injected clock plus what was advanced by hand; delays end when either gets them there.</summary>
internal sealed class EmulatorClock(TimeProvider source) : TimeProvider
{
    private readonly Lock _lock = new();
    private TimeSpan _advanced;
    private TaskCompletionSource _moved = NewSignal();

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return source.GetUtcNow() + _advanced;
        }
    }

    public override long GetTimestamp() => source.GetTimestamp();

    public override long TimestampFrequency => source.TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        source.CreateTimer(callback, state, dueTime, period);

    public void Advance(TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        TaskCompletionSource moved;
        lock (_lock)
        {
            _advanced += span;
            moved = _moved;
            _moved = NewSignal();
        }

        moved.SetResult();
    }

    public async Task DelayUntilAsync(DateTimeOffset due, CancellationToken cancellation)
    {
        while (true)
        {
            // The signal is taken before the clock is read, or an advance in between would be missed.
            var moved = Volatile.Read(ref _moved).Task;
            var left = due - GetUtcNow();
            if (left <= TimeSpan.Zero)
            {
                return;
            }

            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            await Task.WhenAny(Task.Delay(left, source, stop.Token), moved).ConfigureAwait(false);
            await stop.CancelAsync().ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
