using System.Diagnostics;
using System.Globalization;
using CloudUpdate.Provider.Lifecycle;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>Tells of calls: to the log, to tracing, and to the user.</summary>
/// <param name="logger">The process's log.</param>
/// <param name="engineLog">The user's log.</param>
/// <param name="time">The clock of durations.</param>
internal sealed class CallReports(ILogger logger, IEngineLog engineLog, TimeProvider time)
{
    /// <summary>A shorter pause is no news.</summary>
    private static readonly TimeSpan s_noticeable = TimeSpan.FromSeconds(2);

    private const int LongestBody = 16 * 1024;

    /// <summary>A request is about to be sent.</summary>
    /// <param name="progress">The call.</param>
    public void Sending(CallProgress progress)
    {
        if (ShowsBodies(progress) && progress.Request.Body is { } body)
        {
            CloudLog.RequestBody(logger, progress.Request.Operation, progress.Request.Service, Shown(body, progress));
        }
    }

    /// <summary>An answer came.</summary>
    /// <param name="progress">The call.</param>
    /// <param name="status">The answer's status.</param>
    /// <param name="attempt">What the answer means.</param>
    /// <param name="body">The answer's JSON; null if it has none.</param>
    /// <param name="begin">When the request was sent.</param>
    public void Answered(CallProgress progress, int status, Attempt attempt, JToken? body, long begin)
    {
        var request = progress.Request;
        var requestId = attempt.Response?.RequestId ?? attempt.Error?.RequestId;
        var duration = Math.Round(time.GetElapsedTime(begin).TotalMilliseconds, 1);
        CloudLog.Answered(
            logger, request.Method.Method, request.PathTemplate, request.Service, status, duration, progress.Attempts, requestId);
        if (body is not null && ShowsBodies(progress))
        {
            CloudLog.AnswerBody(logger, request.Operation, request.Service, Shown(body, progress));
        }
    }

    /// <summary>No answer came.</summary>
    /// <param name="progress">The call.</param>
    /// <param name="fault">Why.</param>
    /// <param name="begin">When the request was sent.</param>
    public void NotAnswered(CallProgress progress, TransportFault fault, long begin)
    {
        var request = progress.Request;
        var duration = Math.Round(time.GetElapsedTime(begin).TotalMilliseconds, 1);
        CloudLog.NotAnswered(logger, request.Method.Method, request.PathTemplate, request.Service, duration, fault, progress.Attempts);
    }

    /// <summary>A request will be sent again, if the attempt says so.</summary>
    /// <param name="progress">The call.</param>
    /// <param name="attempt">The failed attempt.</param>
    public void Repeating(CallProgress progress, Attempt attempt)
    {
        if (attempt is not { Pause: { } pause, Error: { } error })
        {
            return;
        }

        var request = progress.Request;
        CloudLog.Retrying(logger, request.Operation, request.Service, pause.TotalSeconds, error.Kind, progress.Attempts);
        if (pause >= s_noticeable)
        {
            var seconds = Math.Ceiling(pause.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            var line = $"{request.Service} {request.Operation}: {error.Kind.Phrase()}; trying again in {seconds} s";
            engineLog.Log(EngineSeverity.Info, line, request.Urn ?? "", ephemeral: true);
        }
    }

    /// <summary>Reading told what became of a write.</summary>
    /// <param name="progress">The call.</param>
    /// <param name="verdict">What it told.</param>
    public void ReadBack(CallProgress progress, ReadBackVerdict verdict) =>
        CloudLog.ReadBack(logger, progress.Request.Operation, progress.Request.Service, verdict);

    /// <summary>The call ended.</summary>
    /// <param name="progress">The call.</param>
    /// <param name="end">How it ended.</param>
    /// <param name="activity">Its activity; null if nobody traces.</param>
    public void Ended(CallProgress progress, Attempt end, Activity? activity)
    {
        var status = end.Response?.Status ?? end.Error?.Status;
        var requestId = end.Response?.RequestId ?? end.Error?.RequestId;
        CloudTracing.End(activity, progress.Attempts, status, requestId, end.Error?.Kind);
        var request = progress.Request;
        if (!progress.IsWrite || progress.Attempts == 0)
        {
            return;
        }

        var outcome = end.Error is { } error ? error.Kind.Phrase() : end.Response is { FromReadBack: true } ? "done, as read back" : "done";
        var shownStatus = status?.ToString(CultureInfo.InvariantCulture) ?? "none";
        engineLog.Log(
            EngineSeverity.Debug,
            $"cloud write {request.Service} {request.Operation} for {request.Urn ?? "the stack"}: {outcome}, status {shownStatus}, "
            + $"request id {requestId ?? "none"}",
            request.Urn ?? "");
    }

    private bool ShowsBodies(CallProgress progress) => !progress.IsLogin && logger.IsEnabled(LogLevel.Trace);

    private static string Shown(JToken body, CallProgress progress)
    {
        var text = progress.Secrets.Mask(SecretMembers.Masked(body, progress.Request.SecretNames));
        return text.Length <= LongestBody ? text : text[..LongestBody] + "…";
    }
}
