using System.Globalization;

namespace Pulumi.Cli.Commands.Stacks;

/// <summary>Points in time as the JSON output of commands has them.</summary>
internal static class JsonTime
{
    /// <summary>RFC 3339, UTC, with milliseconds.</summary>
    public static string Milliseconds(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
