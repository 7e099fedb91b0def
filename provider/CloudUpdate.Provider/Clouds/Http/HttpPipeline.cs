using CloudUpdate.Provider.Lifecycle;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>Carries out calls: repeats what may be repeated as long as the deadline allows, and finds out what became of a write whose answer was lost.</summary>
internal sealed class HttpPipeline
{
    private readonly ITransport _transport;
    private readonly PipelineOptions _options;
    private readonly TimeProvider _time;
    private readonly RetryRules _rules;
    private readonly AttemptReader _reader;
    private readonly CallReports _reports;
    private readonly LostAnswers _lostAnswers;
    private readonly ResiliencePipeline<Attempt> _retry;

    /// <summary>Creates the pipeline.</summary>
    /// <param name="transport">What sends.</param>
    /// <param name="options">The numbers to go by.</param>
    /// <param name="time">The clock.</param>
    /// <param name="jitter">Draws a number from 0 (inclusive) to 1 (exclusive).</param>
    /// <param name="logger">Where calls are logged.</param>
    /// <param name="engineLog">Where users read of writes and of long waits.</param>
    public HttpPipeline(
        ITransport transport, PipelineOptions options, TimeProvider time, Func<double> jitter, ILogger logger, IEngineLog engineLog)
    {
        (_transport, _options, _time) = (transport, options, time);
        _rules = new RetryRules(options, time, jitter);
        _reader = new AttemptReader(time);
        _reports = new CallReports(logger, engineLog, time);
        _lostAnswers = new LostAnswers(options.ReadBackGrace, time, _reports);
        _retry = new ResiliencePipelineBuilder<Attempt> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<Attempt>
            {
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result is { Pause: not null }),
                DelayGenerator = args => ValueTask.FromResult(args.Outcome.Result?.Pause),
            })
            .Build();
    }

    /// <summary>The secrets of the client, masked in every log and error.</summary>
    public KnownSecrets Secrets { get; } = new();

    /// <summary>Carries out a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="prepare">Finds host, project and credentials; the deadline covers it.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <exception cref="CloudException">The request failed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Task<CloudResponse> SendAsync(
        CloudRequest request, Func<CancellationToken, Task<PipelineCall>> prepare, CancellationToken cancellationToken) =>
        SendAsync(request, prepare, isLogin: false, cancellationToken);

    /// <summary>Finds out what a request needs, within its deadline.</summary>
    /// <param name="request">The request, for its deadline and for errors.</param>
    /// <param name="find">Finds it out.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <exception cref="CloudException">It cannot be found, or not in time.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Task<T> FindAsync<T>(CloudRequest request, Func<CancellationToken, Task<T>> find, CancellationToken cancellationToken)
    {
        var late = new CloudError(CloudErrorKind.TimedOut, request.Service, request.Operation) { CloudMessage = "the deadline passed" };
        return InTimeAsync<T>(DeadlineOf(request, isLogin: false), find, () => throw new CloudException(late), cancellationToken);
    }

    /// <summary>Carries out a call that logs in: its bodies are never logged, and it is no write that users audit.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <exception cref="CloudException">
    /// The call failed. An agency or account that does not exist is <see cref="CloudErrorKind.Denied"/>: "not found" would be taken for the object that
    /// the log-in was for.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<CloudResponse> LogInAsync(PipelineCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(call.Request, _ => Task.FromResult(call), isLogin: true, cancellationToken);
        }
        catch (CloudException error) when (error.Kind == CloudErrorKind.NotFound)
        {
            throw new CloudException(error.Error with { Kind = CloudErrorKind.Denied }, error);
        }
    }

    private async Task<CloudResponse> SendAsync(
        CloudRequest request, Func<CancellationToken, Task<PipelineCall>> prepare, bool isLogin, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var progress = new CallProgress(request, isLogin, _time.GetUtcNow(), DeadlineOf(request, isLogin), Secrets);
        using var activity = CloudTracing.Start(request);
        var end = await DecideInTimeAsync(progress, prepare, cancellationToken);
        _reports.Ended(progress, end, activity);
        return end.Response ?? throw new CloudException(
            end.Error! with { MayHaveTakenEffect = end.Error.MayHaveTakenEffect || progress.MayHaveTakenEffect }, end.Cause);
    }

    private DateTimeOffset DeadlineOf(CloudRequest request, bool isLogin) =>
        request.Deadline ?? _time.GetUtcNow() + (isLogin ? _options.LogInTimeout : _options.OperationTimeout);

    private async Task<Attempt> DecideInTimeAsync(
        CallProgress progress, Func<CancellationToken, Task<PipelineCall>> prepare, CancellationToken cancellationToken)
    {
        try
        {
            return await InTimeAsync(
                progress.Deadline, async token => await DecideAsync(progress, await prepare(token), token), () => Late(progress), cancellationToken);
        }
        catch (CloudException error)
        {
            // The log-in, or finding the project, failed: the request itself was not sent.
            progress.Attempts = Math.Max(0, progress.Attempts - 1);
            return new Attempt { Error = error.Error, Cause = error };
        }
    }

    private async Task<T> InTimeAsync<T>(
        DateTimeOffset deadline, Func<CancellationToken, Task<T>> action, Func<T> late, CancellationToken cancellationToken)
    {
        var left = deadline - _time.GetUtcNow();
        if (left <= TimeSpan.Zero)
        {
            return late();
        }

        using var limit = new CancellationTokenSource(left, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await action(both.Token);
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return late();
        }
    }

    private async Task<Attempt> DecideAsync(CallProgress progress, PipelineCall call, CancellationToken token)
    {
        while (true)
        {
            var attempt = await _retry.ExecuteAsync(
                static (state, token) => state.Self.AttemptAsync(state.Progress, state.Call, token),
                (Self: this, Progress: progress, Call: call),
                token);
            if (!LostAnswers.IsQuestion(progress, attempt))
            {
                return attempt;
            }

            var found = await _lostAnswers.ReadBackAsync(progress, token);
            if (found.Verdict == ReadBackVerdict.Taken)
            {
                return new Attempt { Response = found.Response! with { FromReadBack = true } };
            }

            if (found.Verdict == ReadBackVerdict.Unclear || !attempt.IsOpen || !_rules.MayRepeat(progress))
            {
                return attempt;
            }
        }
    }

    private async ValueTask<Attempt> AttemptAsync(CallProgress progress, PipelineCall call, CancellationToken token)
    {
        progress.Attempts++;
        var begin = _time.GetTimestamp();
        _reports.Sending(progress);
        Attempt attempt;
        try
        {
            var answer = await FollowAsync(call, call.Outgoing with { OnSending = () => progress.IsUnderWay = true }, token);
            attempt = _reader.Read(progress, call, answer, out var body);
            _reports.Answered(progress, answer.Status, attempt, body, begin);
        }
        catch (TransportException failure)
        {
            attempt = AttemptReader.Read(progress, failure);
            _reports.NotAnswered(progress, failure.Fault, begin);
        }

        progress.Ended(attempt);
        attempt = attempt with { Pause = _rules.PauseAfter(attempt, progress) };
        _reports.Repeating(progress, attempt);
        return attempt;
    }

    private async Task<RawAnswer> FollowAsync(PipelineCall call, OutgoingRequest request, CancellationToken token)
    {
        for (var hop = 0; ; hop++)
        {
            var answer = await call.Authentication.SendAsync(request, _transport, token);
            if (hop == Redirects.Most || !Redirects.IsRedirect(answer) || Redirects.Follow(request, answer) is not { } next)
            {
                return answer;
            }

            request = next;
        }
    }

    private static Attempt Late(CallProgress progress)
    {
        var before = progress.LastError is { } last ? $"; before that: {new CloudException(last).Message}" : "";
        return new Attempt
        {
            Error = progress.Error(CloudErrorKind.TimedOut) with
            {
                CloudMessage = $"the deadline passed without a usable answer{before}",
                MayHaveTakenEffect = progress.IsWrite && progress.IsUnderWay,
            },
        };
    }
}
