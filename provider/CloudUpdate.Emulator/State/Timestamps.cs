using System.Globalization;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.State;

/// <summary>The forms in which the clouds write times.</summary>
internal static class Timestamps
{
    /// <summary><c>2024-05-16T11:46:07Z</c> (EventGrid, CSS).</summary>
    public static string Seconds(DateTimeOffset time) => Format(time, "yyyy-MM-dd'T'HH:mm:ss'Z'");

    /// <summary><c>2019-01-08T01:21:37.151Z</c> (Global Accelerator).</summary>
    public static string Milliseconds(DateTimeOffset time) => Format(time, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'");

    /// <summary><c>2026-01-16T08:30:05.000000Z</c> (IAM).</summary>
    public static string Microseconds(DateTimeOffset time) => Format(time, "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'");

    public static DateTimeOffset Read(JToken? text) =>
        DateTimeOffset.Parse((string?)text ?? "9999-12-31T00:00:00Z", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string Format(DateTimeOffset time, string format) => time.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
}
