using Microsoft.Extensions.Logging;

namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>What the cloud clients log: names and numbers, never headers or values. Only bodies, at the highest verbosity, and those masked.</summary>
internal static partial class CloudLog
{
    [LoggerMessage(3001, LogLevel.Debug, "{Method} {PathTemplate} of {Service} answered {Status} in {Milliseconds} ms (attempt {Attempt}, request id {RequestId})", EventName = "CloudAnswered")]
    public static partial void Answered(
        ILogger logger, string method, string pathTemplate, string service, int status, double milliseconds, int attempt, string? requestId);

    [LoggerMessage(3002, LogLevel.Debug, "{Method} {PathTemplate} of {Service} got no answer in {Milliseconds} ms: {Fault} (attempt {Attempt})", EventName = "CloudNotAnswered")]
    public static partial void NotAnswered(
        ILogger logger, string method, string pathTemplate, string service, double milliseconds, TransportFault fault, int attempt);

    [LoggerMessage(3003, LogLevel.Debug, "{Operation} of {Service} is repeated in {Seconds} s: {Kind} (attempt {Attempt})", EventName = "CloudRetrying")]
    public static partial void Retrying(ILogger logger, string operation, string service, double seconds, CloudErrorKind kind, int attempt);

    [LoggerMessage(3004, LogLevel.Debug, "{Operation} of {Service} may have taken effect although its answer was lost; reading says {Verdict}", EventName = "CloudReadBack")]
    public static partial void ReadBack(ILogger logger, string operation, string service, ReadBackVerdict verdict);

    [LoggerMessage(3005, LogLevel.Trace, "{Operation} of {Service} sends {Body}", EventName = "CloudRequestBody")]
    public static partial void RequestBody(ILogger logger, string operation, string service, string body);

    [LoggerMessage(3006, LogLevel.Trace, "{Operation} of {Service} received {Body}", EventName = "CloudAnswerBody")]
    public static partial void AnswerBody(ILogger logger, string operation, string service, string body);

    [LoggerMessage(3007, LogLevel.Debug, "Fetched: {What}, valid until {Expiry}", EventName = "CloudFetched")]
    public static partial void Fetched(ILogger logger, string what, DateTimeOffset expiry);

    [LoggerMessage(3008, LogLevel.Warning, "Not renewed, and used until it expires: {What} ({Kind})", EventName = "CloudNotRenewed")]
    public static partial void NotRenewed(ILogger logger, string what, CloudErrorKind kind);

    [LoggerMessage(3009, LogLevel.Debug, "The Atlas access token could not be revoked: {Kind}", EventName = "CloudTokenNotRevoked")]
    public static partial void NotRevoked(ILogger logger, CloudErrorKind kind);
}
