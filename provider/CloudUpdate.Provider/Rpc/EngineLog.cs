using System.Threading.Channels;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Provider.Lifecycle;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace CloudUpdate.Provider.Rpc;

/// <summary>
/// The engine's log over gRPC: a bounded queue and one sender, so that messages keep their order, no caller waits, and an engine that is
/// gone, slow or not there yet fails nothing. What does not fit is dropped, and counted in a message of its own.
/// </summary>
internal sealed class EngineLog : IEngineLog, IAsyncDisposable
{
    /// <summary>How many messages wait at most.</summary>
    public const int Capacity = 4096;

    private static readonly TimeSpan SendLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FlushLimit = TimeSpan.FromSeconds(1);

    private readonly EngineConnection _engine;
    private readonly SecretMask _mask;
    private readonly TimeProvider _time;
    private readonly ILogger<EngineLog> _logger;
    private readonly Channel<object> _queue = Channel.CreateBounded<object>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private readonly Task _sender;
    private int _pending;
    private int _dropped;
    private volatile bool _reachable = true;

    /// <summary>Starts the sender.</summary>
    public EngineLog(EngineConnection engine, SecretMask mask, TimeProvider time, ILogger<EngineLog> logger)
    {
        _engine = engine;
        _mask = mask;
        _time = time;
        _logger = logger;
        _sender = Task.Run(SendAllAsync);
    }

    /// <inheritdoc/>
    public void Log(EngineSeverity severity, string message, string urn, bool ephemeral = false)
    {
        var request = new LogRequest { Severity = Severity(severity), Message = _mask.Mask(message), Urn = urn, Ephemeral = ephemeral };
        Interlocked.Increment(ref _pending);
        if (!_queue.Writer.TryWrite(request))
        {
            Interlocked.Decrement(ref _pending);
            Interlocked.Increment(ref _dropped);
        }
    }

    /// <summary>Waits until what was logged so far is with the engine, for a second at most and not at all for one that does not answer.</summary>
    public async Task FlushAsync()
    {
        var marker = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (Volatile.Read(ref _pending) == 0 || !_reachable || !_queue.Writer.TryWrite(marker))
        {
            return;
        }

        using var limit = new CancellationTokenSource(FlushLimit, _time);
        await marker.Task.WaitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Sends what waits, as <see cref="FlushAsync"/> does, and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        await FlushAsync();
        _queue.Writer.TryComplete();
        using var limit = new CancellationTokenSource(FlushLimit, _time);
        await _sender.WaitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static LogSeverity Severity(EngineSeverity severity) => severity switch
    {
        EngineSeverity.Debug => LogSeverity.Debug,
        EngineSeverity.Info => LogSeverity.Info,
        EngineSeverity.Warning => LogSeverity.Warning,
        _ => LogSeverity.Error,
    };

    private async Task SendAllAsync()
    {
        await foreach (var entry in _queue.Reader.ReadAllAsync())
        {
            if (entry is TaskCompletionSource marker)
            {
                marker.SetResult();
                continue;
            }

            if (Interlocked.Exchange(ref _dropped, 0) is > 0 and var dropped)
            {
                await SendAsync(new LogRequest { Severity = LogSeverity.Warning, Message = $"{dropped} messages of the provider were lost: the engine took them too slowly." });
            }

            await SendAsync((LogRequest)entry);
            Interlocked.Decrement(ref _pending);
        }
    }

    private async Task SendAsync(LogRequest request)
    {
        RpcLog.EngineMessage(_logger, request.Severity, request.Urn, request.Message);
        if (_engine.Engine is not { } engine)
        {
            return;
        }

        using var limit = new CancellationTokenSource(SendLimit, _time);
        try
        {
            await engine.LogAsync(request, cancellationToken: limit.Token);
            _reachable = true;
        }
        catch (Exception failure) when (failure is RpcException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            _reachable = false;
            RpcLog.EngineLogFailed(_logger, _engine.Address, failure);
        }
    }
}
