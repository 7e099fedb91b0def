using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>Turns an answer, or the lack of one, into what came of the attempt.</summary>
/// <param name="time">The clock for dates in answers.</param>
internal sealed class AttemptReader(TimeProvider time)
{
    /// <summary>Reads an answer.</summary>
    /// <param name="progress">How far the call has come.</param>
    /// <param name="call">The call.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="body">The answer's JSON, for the log; null if it has none.</param>
    public Attempt Read(CallProgress progress, PipelineCall call, RawAnswer answer, out JToken? body)
    {
        var isReadable = JsonAnswer.TryParse(answer.Body, out body);
        progress.Received(isReadable ? body : JsonAnswer.Beginning(answer.Body));
        var fields = ErrorFields.Of(body);
        var requestId = call.Rules.RequestIdOf(answer) ?? fields.RequestId;
        var kind = Redirects.IsRedirect(answer)
            ? CloudErrorKind.UnexpectedAnswer
            : call.Rules.KindOf(progress.Request, answer, body, fields);
        if (kind is null && isReadable)
        {
            return new Attempt { Response = new CloudResponse(answer.Status, body) { RequestId = requestId, Headers = answer.Headers } };
        }

        var error = progress.Error(kind ?? CloudErrorKind.UnexpectedAnswer) with
        {
            Status = answer.Status,
            Code = fields.Code is { } code ? progress.Secrets.Mask(code) : null,
            CloudMessage = Words(progress, call, answer, isReadable, fields),
            RequestId = requestId,
        };
        return Failed(progress, error, answer);
    }

    /// <summary>Reads the lack of an answer.</summary>
    /// <param name="progress">The call.</param>
    /// <param name="failure">What happened.</param>
    public static Attempt Read(CallProgress progress, TransportException failure)
    {
        var kind = failure.Fault switch
        {
            TransportFault.TimedOut => CloudErrorKind.TimedOut,
            TransportFault.BadAnswer => CloudErrorKind.UnexpectedAnswer,
            TransportFault.ProxyRefused => CloudErrorKind.Denied,
            _ => CloudErrorKind.Unavailable,
        };
        var isTransient = failure.Fault is not (TransportFault.Untrusted or TransportFault.ProxyRefused or TransportFault.BadAnswer);
        return new Attempt
        {
            Error = progress.Error(kind) with
            {
                CloudMessage = progress.Secrets.Mask(failure.Message),
                MayHaveTakenEffect = progress.IsWrite && failure.MaybeSent,
            },
            Cause = WithoutSecrets(failure, progress.Secrets),
            Fault = failure.Fault,
            IsRepeatable = isTransient && (!failure.MaybeSent || IsSafe(progress.Request)),
        };
    }

    /// <summary>.NET quotes in its exceptions what it cannot read of an answer; where that shows a secret, the words alone are kept.</summary>
    private static TransportException WithoutSecrets(TransportException failure, KnownSecrets secrets)
    {
        var text = failure.ToString();
        return secrets.Mask(text) == text ? failure : new TransportException(failure.Fault, failure.MaybeSent, secrets.Mask(failure.Message));
    }

    private static bool IsSafe(CloudRequest request) => request.Repeatable || request.Method.IsRead();

    private Attempt Failed(CallProgress progress, CloudError error, RawAnswer answer)
    {
        var request = progress.Request;
        var isBusy = error.Kind == CloudErrorKind.Throttled || (error.Code is { } code && request.BusyCodes.Contains(code));
        var isDown = error.Kind is CloudErrorKind.Unavailable or CloudErrorKind.TimedOut;
        var isUnreadable = error.Kind == CloudErrorKind.UnexpectedAnswer && answer.Status is >= 200 and < 300;
        return new Attempt
        {
            Error = error with { MayHaveTakenEffect = progress.IsWrite && !isBusy && (isDown || isUnreadable) },
            IsRepeatable = isBusy || (isDown && IsSafe(request)),
            RetryAfter = RetryAfter.Of(answer, time.GetUtcNow()),
        };
    }

    private static string? Words(CallProgress progress, PipelineCall call, RawAnswer answer, bool isReadable, ErrorFields fields)
    {
        if (Redirects.IsRedirect(answer))
        {
            return progress.Secrets.Mask(Redirects.Explain(call.Outgoing, answer));
        }

        if (fields.Message is { } message)
        {
            return progress.Secrets.Mask(message);
        }

        // What answers a log-in well is a credential.
        var excerpt = progress.IsLogin && answer.Status < 300 ? null : Excerpt.Of(answer.Body, progress.Secrets);
        return isReadable ? excerpt : $"the answer is not JSON{(excerpt is null ? "" : $": {excerpt}")}";
    }
}
