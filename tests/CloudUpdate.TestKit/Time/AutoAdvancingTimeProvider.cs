namespace CloudUpdate.TestKit.Time;

/// <summary>
/// Fake time for code that waits on a clock and talks over real sockets. Whenever the code under test pauses (<c>Task.Delay</c> on this clock) and
/// no request is in flight, time jumps to the next timer. Time limits (a cancellation source on this clock) never make it move by themselves.
/// </summary>
/// <remarks>
/// Requests are counted by <see cref="InFlightHandler"/>. A server in the same process that delays its answers uses <see cref="ServerSide"/>: a
/// request that it holds back counts as waiting for the clock, not as in flight.
/// </remarks>
public sealed class AutoAdvancingTimeProvider : TimeProvider, IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<FakeTimer> _armed = [];
    private readonly SemaphoreSlim _wake = new(0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _pump;
    private DateTimeOffset _now;
    private long _changes;
    private bool _limitStruck;
    private int _abandoned;
    private int _inFlight;
    private bool _autoAdvance = true;

    /// <summary>Starts the clock.</summary>
    /// <param name="start">The time that it shows first.</param>
    public AutoAdvancingTimeProvider(DateTimeOffset start)
    {
        _now = start;
        ServerSide = new ServerView(this);
        _pump = Task.Run(PumpAsync);
    }

    /// <summary>The same clock for servers in this process.</summary>
    public TimeProvider ServerSide { get; }

    /// <summary>Whether time moves by itself; true at first. While false, a test moves it with <see cref="Advance"/>.</summary>
    public bool AutoAdvance
    {
        get
        {
            lock (_gate)
            {
                return _autoAdvance;
            }
        }

        set => Change(() => _autoAdvance = value);
    }

    /// <summary>How many timers are armed: pauses and time limits that somebody waits for, or has forgotten.</summary>
    public int Armed
    {
        get
        {
            lock (_gate)
            {
                return _armed.Count;
            }
        }
    }

    /// <inheritdoc />
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    /// <inheritdoc />
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        Create(callback, state, dueTime, period, onServer: false);

    /// <summary>Holds time still until the result is disposed, as a request in flight does.</summary>
    public IDisposable Hold() => HoldRequest();

    /// <summary>Holds time still for a request.</summary>
    internal HoldScope HoldRequest()
    {
        Change(() => _inFlight++);
        return new HoldScope(this);
    }

    /// <summary>Moves time by hand, and lets everything happen that is due by then, in its order.</summary>
    /// <param name="span">By how much.</param>
    public void Advance(TimeSpan span)
    {
        var end = GetUtcNow() + span;
        while (FireNext(end))
        {
        }

        Change(() => _now = _now < end ? end : _now);
    }

    /// <summary>Stops moving time.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _pump.Wait(TimeSpan.FromSeconds(10));
        _stop.Dispose();
        _wake.Dispose();
    }

    private FakeTimer Create(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period, bool onServer)
    {
        var timer = new FakeTimer(this, callback, state, onServer);
        timer.Change(dueTime, period);
        return timer;
    }

    private void Change(Action change)
    {
        lock (_gate)
        {
            change();
            _changes++;
        }

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
                while (await IsQuietAsync() && FireNext(DateTimeOffset.MaxValue, onlyIfIdle: true))
                {
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }
    }

    /// <summary>
    /// Nothing happens while other work gets its turn. Where a time limit has just struck or a request was given up, whoever is concerned (a server
    /// that holds the request back, say) must have noticed first. That takes some real milliseconds; only what concerns nobody is never noticed.
    /// </summary>
    private async Task<bool> IsQuietAsync()
    {
        const int Turns = 32;
        const int Patience = 200;
        for (var wait = 0; wait < Patience && IsUnnoticed(); wait++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), System, _stop.Token);
        }

        var before = Changes();
        for (var turn = 0; turn < Turns; turn++)
        {
            await Task.Yield();
        }

        lock (_gate)
        {
            if (before != _changes)
            {
                return false;
            }

            (_limitStruck, _abandoned) = (false, 0);
            return true;
        }
    }

    private bool IsUnnoticed()
    {
        lock (_gate)
        {
            return _limitStruck || _abandoned > 0;
        }
    }

    private long Changes()
    {
        lock (_gate)
        {
            return _changes;
        }
    }

    /// <summary>Moves to the next timer that is due by the given time, and fires it.</summary>
    private bool FireNext(DateTimeOffset end, bool onlyIfIdle = false)
    {
        FakeTimer? next;
        lock (_gate)
        {
            next = onlyIfIdle && !IsIdle() ? null : _armed.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
            if (next is null)
            {
                return false;
            }

            _now = next.Due > _now ? next.Due : _now;
            next.Rearm();
            _changes++;
            _limitStruck = !next.IsPause;
        }

        next.Fire();
        return true;
    }

    /// <summary>
    /// Everybody waits for the clock. A server that still holds back a request which its client has given up waits for nothing that matters.
    /// </summary>
    private bool IsIdle()
    {
        var held = _armed.Count(timer => timer.OnServer);
        var isPausing = _armed.Any(timer => timer is { IsPause: true, OnServer: false });
        return _autoAdvance && _inFlight <= held && (isPausing || (held > 0 && _inFlight == held));
    }

    /// <summary>Holds time still until it is disposed.</summary>
    internal sealed class HoldScope(AutoAdvancingTimeProvider clock) : IDisposable
    {
        private int _released;

        /// <summary>The request ended.</summary>
        public void Dispose() => Release(isAbandoned: false);

        /// <summary>The client gave the request up; a server that holds it back will notice.</summary>
        public void Abandon() => Release(isAbandoned: true);

        private void Release(bool isAbandoned)
        {
            if (Interlocked.Exchange(ref _released, 1) == 0)
            {
                clock.Change(() =>
                {
                    clock._inFlight--;
                    clock._limitStruck = false;
                    clock._abandoned += isAbandoned && clock._armed.Any(timer => timer.OnServer) ? 1 : 0;
                });
            }
        }
    }

    private sealed class ServerView(AutoAdvancingTimeProvider clock) : TimeProvider
    {
        public override long TimestampFrequency => clock.TimestampFrequency;

        public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override long GetTimestamp() => clock.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            clock.Create(callback, state, dueTime, period, onServer: state is not CancellationTokenSource);
    }

    private sealed class FakeTimer(AutoAdvancingTimeProvider clock, TimerCallback callback, object? state, bool onServer) : ITimer
    {
        private TimeSpan _period;

        public bool IsPause => state is not CancellationTokenSource;

        public bool OnServer => onServer;

        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Change(() =>
            {
                _period = period;
                Disarm();
                Arm(dueTime);
            });
            return true;
        }

        /// <summary>Called with the clock's lock held, when the timer is about to fire.</summary>
        public void Rearm()
        {
            clock._armed.Remove(this);
            Arm(_period > TimeSpan.Zero ? _period : Timeout.InfiniteTimeSpan);
        }

        public void Fire() => callback(state);

        public void Dispose() => clock.Change(Disarm);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Disarm()
        {
            if (clock._armed.Remove(this) && IsPause)
            {
                clock._limitStruck = false;
                clock._abandoned -= onServer && clock._abandoned > 0 ? 1 : 0;
            }
        }

        private void Arm(TimeSpan dueTime)
        {
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                Due = clock._now + dueTime;
                clock._armed.Add(this);
                clock._limitStruck &= !IsPause;
            }
        }
    }
}
