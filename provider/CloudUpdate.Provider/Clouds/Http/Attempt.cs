namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>What came of sending a request once: an answer, or an error and what to do about it.</summary>
internal sealed record Attempt
{
    /// <summary>The answer; null if the attempt failed.</summary>
    public CloudResponse? Response { get; init; }

    /// <summary>The error; null if there is an answer.</summary>
    public CloudError? Error { get; init; }

    /// <summary>The exception below the error; null if the cloud answered.</summary>
    public Exception? Cause { get; init; }

    /// <summary>Why there was no answer; null if there was one.</summary>
    public TransportFault? Fault { get; init; }

    /// <summary>Whether the same request may succeed later, and may be sent again.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>How long the cloud asks to wait; null if it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How long to wait before the next attempt; null for no further one.</summary>
    public TimeSpan? Pause { get; init; }

    /// <summary>Whether it is open if a write took effect that may not be sent again unseen.</summary>
    public bool IsOpen => Error is { MayHaveTakenEffect: true } && !IsRepeatable;
}
