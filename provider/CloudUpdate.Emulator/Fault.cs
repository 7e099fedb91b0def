using System.Collections.Immutable;

namespace CloudUpdate.Emulator;

/// <summary>
/// Something that goes wrong on purpose: which requests it hits, how often, and what happens to them. Requests that fail
/// authentication are neither hit nor counted, so a Digest challenge does not use a fault up.
/// </summary>
public sealed record Fault
{
    /// <summary>HTTP method; null for all.</summary>
    public string? Method { get; init; }

    /// <summary>Path without query, where <c>*</c> stands for any characters; null for all.</summary>
    public string? Path { get; init; }

    /// <summary>Operation as in the journal, where <c>*</c> stands for any characters, e.g. <c>atlas.*</c>; null for all.</summary>
    public string? Operation { get; init; }

    /// <summary>Number of fitting requests to let pass first. Default 0.</summary>
    public int Skip { get; init; }

    /// <summary>Hits each nth of the fitting requests after that. Default 1: each.</summary>
    public int Every { get; init; } = 1;

    /// <summary>Number of hits until the fault is spent; null for no end.</summary>
    public int? Times { get; init; }

    /// <summary>Time after its adding, on the emulator's clock, when the fault is spent whatever its count; null for no end.</summary>
    public TimeSpan? Lasts { get; init; }

    /// <summary>Whether delay, status and reset strike before or after the request's effect. Default: before.</summary>
    public FaultPoint Point { get; init; }

    /// <summary>Status to answer with instead; null keeps the real answer.</summary>
    public int? Status { get; init; }

    /// <summary>Body to answer with; null gives the cloud's own form of error for <see cref="Status"/>, or keeps the real body.</summary>
    public string? Body { get; init; }

    /// <summary>Content type to answer with; null keeps the usual one.</summary>
    public string? ContentType { get; init; }

    /// <summary>Headers to add to the answer, e.g. Retry-After.</summary>
    public ImmutableDictionary<string, string> Headers { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Time from the request's arrival for which its answer is held back, on the emulator's clock.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>True to reset the connection instead of answering.</summary>
    public bool Reset { get; init; }

    /// <summary>True to break the answer off after half of its body.</summary>
    public bool Truncate { get; init; }

    /// <summary>True to end the life of the token that the request carries before it is checked.</summary>
    public bool ExpireToken { get; init; }

    /// <summary>True to let the state change that the request starts end in the cloud's failure state.</summary>
    public bool FailState { get; init; }

    /// <summary>Answers with a status in the cloud's form of errors.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="body">Body; null for the cloud's usual one.</param>
    public static Fault Answer(int status, string? body = null) => new() { Status = status, Body = body };

    /// <summary>Throttles n requests with 429.</summary>
    /// <param name="times">Number of requests.</param>
    /// <param name="retryAfter">Seconds for the Retry-After header; null sends none.</param>
    public static Fault Throttle(int times, int? retryAfter = null) => new()
    {
        Status = 429,
        Times = times,
        Headers = retryAfter is { } seconds
            ? ImmutableDictionary<string, string>.Empty.Add("Retry-After", seconds.ToString(System.Globalization.CultureInfo.InvariantCulture))
            : ImmutableDictionary<string, string>.Empty,
    };

    /// <summary>Resets the connection.</summary>
    /// <param name="point">Before or after the request took effect.</param>
    public static Fault ConnectionReset(FaultPoint point) => new() { Reset = true, Point = point };

    /// <summary>Holds the answer back.</summary>
    /// <param name="delay">For how long, on the emulator's clock.</param>
    /// <param name="point">Whether the request takes effect after (default) or before the delay.</param>
    public static Fault Slow(TimeSpan delay, FaultPoint point = FaultPoint.BeforeEffect) => new() { Delay = delay, Point = point };

    /// <summary>Breaks the answer off after half of its body.</summary>
    public static Fault TruncatedBody() => new() { Truncate = true };

    /// <summary>Answers with an HTML page, as a proxy would.</summary>
    /// <param name="status">HTTP status. Default 200, which is the nastiest.</param>
    public static Fault NotJson(int status = 200) => new()
    {
        Status = status,
        Body = "<html><head><title>Gateway</title></head><body>Try again later.</body></html>",
        ContentType = "text/html",
    };

    /// <summary>Sends the real answer under another content type.</summary>
    /// <param name="contentType">The content type.</param>
    public static Fault WrongContentType(string contentType = "text/plain") => new() { ContentType = contentType };

    /// <summary>Ends the life of the token that the request carries.</summary>
    public static Fault ExpiredToken() => new() { ExpireToken = true };

    /// <summary>Lets the state change that the request starts fail.</summary>
    public static Fault FailedState() => new() { FailState = true };
}
