using System.Globalization;

namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>Reads the header Retry-After (RFC 9110, section 10.2.3).</summary>
internal static class RetryAfter
{
    /// <summary>How long the cloud asks to wait; null if it does not ask, or not in a form that exists.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="now">The present time, for the form that names a date.</param>
    public static TimeSpan? Of(RawAnswer answer, DateTimeOffset now)
    {
        if (answer.Header("Retry-After")?.Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        if (text.All(char.IsAsciiDigit))
        {
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue;
        }

        var isDate = DateTimeOffset.TryParseExact(
            text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date);
        return !isDate ? null : date > now ? date - now : TimeSpan.Zero;
    }
}
