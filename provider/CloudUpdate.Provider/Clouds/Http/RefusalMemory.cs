namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>
/// Remembers that a log-in or look-up was denied, so that it is not tried again: clouds lock users and keys after a few wrong attempts in a row.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="duration">How long to remember; <see cref="Timeout.InfiniteTimeSpan"/> for as long as the process lives.</param>
internal sealed class RefusalMemory(TimeProvider time, TimeSpan duration)
{
    private readonly Lock _gate = new();
    private CloudException? _refusal;
    private DateTimeOffset _until;

    /// <summary>Remembers the failure if it is a refusal.</summary>
    /// <param name="error">The failure.</param>
    public void Note(CloudException error)
    {
        if (error.Kind is not (CloudErrorKind.Denied or CloudErrorKind.InvalidInput))
        {
            return;
        }

        lock (_gate)
        {
            _refusal = error;
            _until = duration == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : time.GetUtcNow() + duration;
        }
    }

    /// <summary>Throws the refusal again if there was one.</summary>
    /// <exception cref="CloudException">It was denied before.</exception>
    public void ThrowIfRefused()
    {
        lock (_gate)
        {
            if (_refusal is not null && time.GetUtcNow() < _until)
            {
                throw new CloudException(_refusal.Error, _refusal);
            }
        }
    }
}
