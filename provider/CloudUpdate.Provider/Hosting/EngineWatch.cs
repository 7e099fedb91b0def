using System.Threading.Channels;
using CloudUpdate.Provider.Rpc;

namespace CloudUpdate.Provider.Hosting;

/// <summary>
/// Decides when a process that an engine started has no one to serve any more. Under a language host it gets no signal at all, so it must
/// leave by itself: 2 seconds after a <c>Cancel</c> when nothing runs and no connection is open; and when the engine is gone, which is
/// known within seconds once its connection closes, and otherwise within a minute of its last answer.
/// </summary>
internal sealed class EngineWatch : IDisposable
{
    /// <summary>How often the engine is asked whether it is there.</summary>
    public static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(10);

    /// <summary>How long the engine may take to answer.</summary>
    public static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(5);

    /// <summary>How long a cancelled process without connections waits for one more.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    // An engine that answered before is gone after three polls; one that never did (its address may be a dummy) after five minutes.
    private const int PollsUntilGone = 3;
    private const int PollsUntilNeverThere = 30;

    private readonly RunGate _gate;
    private readonly ConnectionTracker _connections;
    private readonly Func<CancellationToken, Task<bool>> _engineAnswers;
    private readonly TimeProvider _time;
    private readonly Channel<bool> _wakeUps = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ITimer _timer;
    private bool _answered;
    private int _silentPolls;

    /// <summary>Starts to watch; <see cref="WaitAsync"/> must be awaited for anything to happen.</summary>
    /// <param name="gate">The operations.</param>
    /// <param name="connections">The connections.</param>
    /// <param name="engineAnswers">Asks the engine whether it is there.</param>
    /// <param name="time">The clock.</param>
    public EngineWatch(RunGate gate, ConnectionTracker connections, Func<CancellationToken, Task<bool>> engineAnswers, TimeProvider time)
    {
        _gate = gate;
        _connections = connections;
        _engineAnswers = engineAnswers;
        _time = time;
        _gate.Changed += WakeUp;
        _connections.Closed += WakeUp;
        _timer = time.CreateTimer(_ => WakeUp(), null, TimeSpan.Zero, PollInterval);
    }

    private bool IsDeserted => _connections.Open == 0;

    private bool IsDone => _gate.IsClosed && _gate.Running == 0 && IsDeserted;

    /// <summary>Waits until there is a reason to leave.</summary>
    /// <returns>The reason, for the log.</returns>
    public async Task<string> WaitAsync(CancellationToken cancellationToken)
    {
        await foreach (var _ in _wakeUps.Reader.ReadAllAsync(cancellationToken))
        {
            if (IsDone)
            {
                await Task.Delay(Grace, _time, cancellationToken);
                if (IsDone)
                {
                    return "the run was cancelled and the engine closed its connection";
                }
            }

            if (await IsEngineGoneAsync(cancellationToken))
            {
                return "the engine is gone";
            }
        }

        throw new OperationCanceledException(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _gate.Changed -= WakeUp;
        _connections.Closed -= WakeUp;
        _timer.Dispose();
    }

    private async Task<bool> IsEngineGoneAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(AnswerLimit, _time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        if (await _engineAnswers(linked.Token))
        {
            _answered = true;
            _silentPolls = 0;
            return false;
        }

        _silentPolls++;
        return _answered
            ? IsDeserted || (_silentPolls >= PollsUntilGone && _gate.Running == 0)
            : _silentPolls >= PollsUntilNeverThere && IsDeserted && _gate.Running == 0;
    }

    private void WakeUp() => _wakeUps.Writer.TryWrite(true);
}
