namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>A value with its time of life.</summary>
/// <typeparam name="T">The value; its <c>ToString</c> must show no secret.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="At">When it was issued, by this machine's clock.</param>
/// <param name="Expiry">When it ends, by this machine's clock.</param>
internal sealed record Issued<T>(T Value, DateTimeOffset At, DateTimeOffset Expiry)
    where T : class
{
    private static readonly TimeSpan s_longestMargin = TimeSpan.FromHours(1);

    /// <summary>When to get another one: when a quarter of its life is left, or an hour, whichever is less.</summary>
    public DateTimeOffset RenewAt
    {
        get
        {
            var quarter = (Expiry - At) / 4;
            return Expiry - (quarter < s_longestMargin ? quarter : s_longestMargin);
        }
    }
}
