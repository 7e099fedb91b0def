namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>Whether and when a failed request is sent again.</summary>
/// <param name="options">The numbers to go by.</param>
/// <param name="time">The clock of the deadline.</param>
/// <param name="jitter">Draws a number from 0 (inclusive) to 1 (exclusive).</param>
internal sealed class RetryRules(PipelineOptions options, TimeProvider time, Func<double> jitter)
{
    /// <summary>A name that is not known is mostly misspelt, so waiting for it as long as for a busy cloud would help nobody.</summary>
    private const int UnknownHostAttempts = 5;

    /// <summary>
    /// How long to wait before the request is sent again; null if it is not. A pause is what the cloud asks for, else a random time up to a bound
    /// that doubles; it never reaches past the deadline, and leaves time for a last attempt before it.
    /// </summary>
    /// <param name="failed">The failed attempt.</param>
    /// <param name="progress">How far the call has come.</param>
    public TimeSpan? PauseAfter(Attempt failed, CallProgress progress)
    {
        if (!failed.IsRepeatable || !MayRepeat(progress)
            || (failed.Fault == TransportFault.UnknownHost && progress.Attempts >= UnknownHostAttempts))
        {
            return null;
        }

        var wanted = failed.RetryAfter is { Ticks: > 0 } asked ? asked : Backoff(progress.Attempts);
        var left = Left(progress);
        return wanted < left ? wanted : left;
    }

    /// <summary>Whether retries and time are left for another attempt.</summary>
    /// <param name="progress">How far the call has come.</param>
    public bool MayRepeat(CallProgress progress) =>
        progress.Attempts <= (options.MaxRetries ?? int.MaxValue) && Left(progress) > TimeSpan.Zero;

    private TimeSpan Left(CallProgress progress)
    {
        var quarter = progress.Span / 4;
        return progress.Deadline - time.GetUtcNow() - (quarter < options.LastAttempt ? quarter : options.LastAttempt);
    }

    private TimeSpan Backoff(int attempts)
    {
        const int Doublings = 16;
        var bound = options.FirstPause * Math.Pow(2, Math.Min(attempts - 1, Doublings));
        return (bound < options.LongestPause ? bound : options.LongestPause) * jitter();
    }
}
