namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>The numbers that the pipeline goes by.</summary>
internal sealed record PipelineOptions
{
    /// <summary>How long to wait for the answer to one request. Sixty seconds by default.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long an operation may take that names no deadline. Five minutes by default.</summary>
    public TimeSpan OperationTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long a log-in may take. Many calls may wait for one, each until its own deadline; a window of throttling is mostly five minutes long. Ten
    /// minutes by default.
    /// </summary>
    public TimeSpan LogInTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often a failed request is repeated at most; null (default) for as often as the deadline allows.</summary>
    public int? MaxRetries { get; init; }

    /// <summary>The upper end of the first pause before a repetition; each later one's is twice as high. One second by default.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The highest upper end of a pause. Thirty seconds by default.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What a pause leaves of the time before the deadline, so that there is a last attempt. Five seconds by default.</summary>
    public TimeSpan LastAttempt { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long to go on reading before it is believed that a write did not take effect. Five seconds by default.</summary>
    public TimeSpan ReadBackGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many requests to one host may be on their way at a time. Sixteen by default.</summary>
    public int MaxConcurrencyPerHost { get; init; } = 16;

    /// <summary>The longest answer that is read, in bytes. Eight MiB by default.</summary>
    public int MaxAnswerBytes { get; init; } = 8 * 1024 * 1024;
}
