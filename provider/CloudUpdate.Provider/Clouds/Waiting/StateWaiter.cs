namespace CloudUpdate.Provider.Clouds.Waiting;

/// <summary>Polls an object until it is in a final state. The pauses grow from poll to poll and never reach past the deadline.</summary>
/// <param name="time">The clock of pauses and deadline.</param>
internal sealed class StateWaiter(TimeProvider time)
{
    private const double Growth = 1.5;

    /// <summary>Waits as told and returns the observation that ended the wait.</summary>
    /// <param name="spec">What to wait for, and for how long.</param>
    /// <param name="observe">Reads the object once; may throw <see cref="CloudException"/>, which ends the wait.</param>
    /// <param name="cancellationToken">Ends the wait at once.</param>
    /// <exception cref="CloudException">
    /// The object failed (with the cloud's code and reason), is in a state that was not expected, or was still pending at the deadline.
    /// </exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public async Task<StateObservation> WaitAsync(
        WaitSpec spec, Func<CancellationToken, Task<StateObservation>> observe, CancellationToken cancellationToken)
    {
        var report = new ProgressReport(spec, time);
        var pause = spec.ShortestPause;
        await PauseAsync(spec.FirstPause, spec.Deadline, cancellationToken);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var seen = await observe(cancellationToken);
            if (spec.Done.Contains(seen.State))
            {
                return seen;
            }

            ThrowIfEnded(spec, seen);
            report.Saw(seen.State);
            ThrowIfLate(spec, seen);
            await PauseAsync(pause, spec.Deadline, cancellationToken);
            pause = pause * Growth < spec.LongestPause ? pause * Growth : spec.LongestPause;
        }
    }

    private static void ThrowIfEnded(WaitSpec spec, StateObservation seen)
    {
        if (spec.Failed.Contains(seen.State))
        {
            var reason = seen.Reason ?? "the cloud gives no reason";
            throw Error(spec, CloudErrorKind.Conflict, seen, $"{spec.Subject} ended in state {seen.State}: {reason}");
        }

        if (spec.Pending is { } pending && !pending.Contains(seen.State))
        {
            throw Error(spec, CloudErrorKind.UnexpectedAnswer, seen, $"{spec.Subject} is in the unexpected state {seen.State}");
        }
    }

    private void ThrowIfLate(WaitSpec spec, StateObservation seen)
    {
        if (time.GetUtcNow() >= spec.Deadline)
        {
            var wanted = string.Join(" or ", spec.Done);
            throw Error(spec, CloudErrorKind.TimedOut, seen, $"{spec.Subject} is still in state {seen.State} at the deadline; waited for {wanted}");
        }
    }

    private static CloudException Error(WaitSpec spec, CloudErrorKind kind, StateObservation seen, string message) =>
        new(new CloudError(kind, spec.Service, spec.Operation) { Code = seen.Code, CloudMessage = message, RequestId = seen.RequestId });

    /// <summary>The last pause is cut short at the deadline, so that there is one poll at that very moment.</summary>
    private async Task PauseAsync(TimeSpan pause, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var left = deadline - time.GetUtcNow();
        var length = pause < left ? pause : left;
        if (length > TimeSpan.Zero)
        {
            await Task.Delay(length, time, cancellationToken);
        }
    }

    private sealed class ProgressReport(WaitSpec spec, TimeProvider time)
    {
        private readonly DateTimeOffset _begin = time.GetUtcNow();
        private DateTimeOffset _last;
        private string? _state;

        public void Saw(string state)
        {
            var now = time.GetUtcNow();
            if (spec.OnProgress is null || (state == _state && now - _last < spec.ReportEvery))
            {
                return;
            }

            (_state, _last) = (state, now);
            spec.OnProgress(new WaitProgress(spec.Subject, state, now - _begin, spec.Deadline - now));
        }
    }
}
