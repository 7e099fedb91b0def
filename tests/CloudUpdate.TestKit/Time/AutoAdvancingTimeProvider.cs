using Microsoft.Extensions.Time.Testing;

namespace CloudUpdate.TestKit.Time;

/// <summary>
/// Fake time for code that waits on a clock and talks over real sockets. Whenever the code under test pauses (<c>Task.Delay</c> on this clock) and
/// no request is in flight, time jumps to the next timer. Time limits (a cancellation source on this clock) never make it move by themselves.
/// </summary>
/// <remarks>
/// Requests are counted by <see cref="InFlightHandler"/>. A server in the same process that delays its answers uses <see cref="ServerSide"/>: a
/// request that it holds back counts as waiting for the clock, not as in flight.
/// </remarks>
public sealed class AutoAdvancingTimeProvider : FakeTimeProvider, IDisposable
{
    private readonly Lock _gate = new();
    private readonly HashSet<TrackedTimer> _timers = [];
    private readonly SemaphoreSlim _wake = new(0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _pump;
    private long _changes;
    private int _inFlight;

    /// <summary>Starts the clock.</summary>
    /// <param name="start">The time that it shows first.</param>
    public AutoAdvancingTimeProvider(DateTimeOffset start)
        : base(start)
    {
        ServerSide = new ServerView(this);
        _pump = Task.Run(PumpAsync);
    }

    /// <summary>The same clock for servers in this process.</summary>
    public TimeProvider ServerSide { get; }

    /// <summary>Whether time moves by itself; true at first. While false, a test moves it with <c>Advance</c>.</summary>
    public bool AutoAdvance
    {
        get;
        set
        {
            field = value;
            Changed();
        }
    } = true;

    /// <summary>Holds time still until the result is disposed, as a request in flight does.</summary>
    public IDisposable Hold()
    {
        Count(1);
        return new HoldScope(this);
    }

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        Track(callback, state, dueTime, period, onServer: false);

    /// <summary>Stops moving time.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _pump.Wait(TimeSpan.FromSeconds(10));
        _stop.Dispose();
        _wake.Dispose();
    }

    private TrackedTimer Track(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period, bool onServer)
    {
        var timer = new TrackedTimer(this, isPause: state is not CancellationTokenSource, onServer);
        timer.Start(() => base.CreateTimer(s => timer.Fire(callback, s), state, dueTime, period), dueTime, period);
        return timer;
    }

    private void Count(int difference)
    {
        Interlocked.Add(ref _inFlight, difference);
        Changed();
    }

    private void Changed()
    {
        Interlocked.Increment(ref _changes);
        if (!_stop.IsCancellationRequested)
        {
            _wake.Release();
        }
    }

    private async Task PumpAsync()
    {
        try
        {
            while (true)
            {
                await _wake.WaitAsync(_stop.Token);
                while (await IsQuietAsync() && NextDue() is { } due)
                {
                    var now = GetUtcNow();
                    SetUtcNow(due > now ? due : now);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }
    }

    /// <summary>Nothing in flight, and nothing that happens while other work gets its turn.</summary>
    private async Task<bool> IsQuietAsync()
    {
        const int Turns = 32;
        var before = Interlocked.Read(ref _changes);
        for (var turn = 0; turn < Turns; turn++)
        {
            await Task.Yield();
        }

        return !_stop.IsCancellationRequested && before == Interlocked.Read(ref _changes);
    }

    private DateTimeOffset? NextDue()
    {
        lock (_gate)
        {
            var armed = _timers.Where(timer => timer.Due is not null).ToList();
            var held = armed.Count(timer => timer.OnServer);
            var idle = AutoAdvance && Volatile.Read(ref _inFlight) <= held;
            return idle && armed.Any(timer => timer.IsPause) ? armed.Min(timer => timer.Due) : null;
        }
    }

    private sealed class HoldScope(AutoAdvancingTimeProvider clock) : IDisposable
    {
        private int _released;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _released, 1) == 0)
            {
                clock.Count(-1);
            }
        }
    }

    private sealed class ServerView(AutoAdvancingTimeProvider clock) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override long GetTimestamp() => clock.GetTimestamp();

        public override long TimestampFrequency => clock.TimestampFrequency;

        public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            clock.Track(callback, state, dueTime, period, onServer: state is not CancellationTokenSource);
    }

    private sealed class TrackedTimer(AutoAdvancingTimeProvider clock, bool isPause, bool onServer) : ITimer
    {
        private ITimer? _inner;
        private TimeSpan _period;

        public bool IsPause => isPause;

        public bool OnServer => onServer;

        public DateTimeOffset? Due { get; private set; }

        public void Start(Func<ITimer> create, TimeSpan dueTime, TimeSpan period)
        {
            Arm(dueTime, period);
            _inner = create();
        }

        public void Fire(TimerCallback callback, object? state)
        {
            Arm(_period > TimeSpan.Zero ? _period : Timeout.InfiniteTimeSpan, _period);
            callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Arm(dueTime, period);
            return _inner!.Change(dueTime, period);
        }

        public void Dispose()
        {
            Disarm();
            _inner?.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Disarm();
            return _inner?.DisposeAsync() ?? ValueTask.CompletedTask;
        }

        private void Arm(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                _period = period;
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime;
                clock._timers.Add(this);
            }

            clock.Changed();
        }

        private void Disarm()
        {
            lock (clock._gate)
            {
                Due = null;
                clock._timers.Remove(this);
            }

            clock.Changed();
        }
    }
}
