namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>Finds out what became of a write whose answer was lost and that must not be sent again unseen.</summary>
/// <param name="grace">How long to go on reading before it is believed that the write did not take effect.</param>
/// <param name="time">The clock.</param>
/// <param name="reports">Tells what reading says.</param>
internal sealed class LostAnswers(TimeSpan grace, TimeProvider time, CallReports reports)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Whether only reading can tell what became of the write, and there is a way to read: its answer was lost, or it was sent again after that and now
    /// is in conflict, most likely with itself.
    /// </summary>
    /// <param name="progress">How far the call has come.</param>
    /// <param name="attempt">The attempt that has just ended.</param>
    public static bool IsQuestion(CallProgress progress, Attempt attempt)
    {
        var request = progress.Request;
        var isOwnConflict = attempt.Error?.Kind == CloudErrorKind.Conflict && progress.MayHaveTakenEffect && !request.Repeatable;
        return request.ReadBack is not null && (attempt.IsOpen || isOwnConflict);
    }

    /// <summary>Reads until it is clear what became of the write. Reads may lag writes, so "not taken" is believed only after it was said for a while.</summary>
    /// <param name="progress">A call that <see cref="IsQuestion"/>.</param>
    /// <param name="token">Ends it at once.</param>
    public async Task<ReadBack> ReadBackAsync(CallProgress progress, CancellationToken token)
    {
        var until = time.GetUtcNow() + grace;
        while (true)
        {
            var found = await AskAsync(progress.Request.ReadBack!, token);
            reports.ReadBack(progress, found.Verdict);
            if (found.Verdict != ReadBackVerdict.NotTaken || time.GetUtcNow() >= until)
            {
                return found;
            }

            await Task.Delay(s_pause, time, token);
        }
    }

    private static async Task<ReadBack> AskAsync(Func<CancellationToken, Task<ReadBack>> readBack, CancellationToken token)
    {
        try
        {
            return await readBack(token);
        }
        catch (CloudException)
        {
            return ReadBack.Unclear;
        }
    }
}
