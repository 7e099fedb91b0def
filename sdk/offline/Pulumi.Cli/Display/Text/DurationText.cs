using System.Globalization;

namespace Pulumi.Cli.Display.Text;

/// <summary>How lengths of time are written.</summary>
internal static class DurationText
{
    /// <summary>Two decimals below a second, then whole seconds: <c>0.12s</c>, <c>2s</c>, <c>1m30s</c>.</summary>
    public static string Precise(TimeSpan duration) => duration < TimeSpan.FromSeconds(1)
        ? string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:F2}s")
        : Whole(TimeSpan.FromSeconds(Math.Floor(duration.TotalSeconds)));

    /// <summary>Whole seconds, rounded up: <c>1s</c>, <c>1m30s</c>, <c>2h0m5s</c>.</summary>
    public static string Whole(TimeSpan duration)
    {
        var seconds = (long)Math.Ceiling(duration.TotalSeconds);
        var (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        return (hours, minutes) switch
        {
            ( > 0, _) => string.Create(CultureInfo.InvariantCulture, $"{hours}h{minutes}m{rest}s"),
            (_, > 0) => string.Create(CultureInfo.InvariantCulture, $"{minutes}m{rest}s"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{rest}s"),
        };
    }

    /// <summary>How long ago, in the largest unit that fits: <c>now</c>, <c>1 minute ago</c>, <c>3 days ago</c>.</summary>
    public static string Ago(TimeSpan duration)
    {
        var (count, unit) = duration switch
        {
            { TotalSeconds: < 1 } => (0, string.Empty),
            { TotalMinutes: < 1 } => ((int)duration.TotalSeconds, "second"),
            { TotalHours: < 1 } => ((int)duration.TotalMinutes, "minute"),
            { TotalDays: < 1 } => ((int)duration.TotalHours, "hour"),
            _ => ((int)duration.TotalDays, "day"),
        };
        return count == 0 ? "now" : string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? string.Empty : "s")} ago");
    }
}
