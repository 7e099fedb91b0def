using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pulumi.Engine.State;

/// <summary>JSON as state files have it: texts that look like dates stay texts, whole numbers have no fraction.</summary>
public static class JsonText
{
    /// <summary>Reads one document.</summary>
    /// <exception cref="EngineException">The text is not JSON.</exception>
    public static JToken Parse(string text, string what)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = 512 };
            return JToken.ReadFrom(reader);
        }
        catch (JsonReaderException exception)
        {
            throw new EngineException(EngineErrorKind.InvalidSnapshot, $"{what} is not valid JSON: {exception.Message}", exception);
        }
    }

    /// <summary>Reads one JSON object.</summary>
    /// <exception cref="EngineException">The text is not a JSON object.</exception>
    public static JObject ParseObject(string text, string what) => Parse(text, what) as JObject
        ?? throw new EngineException(EngineErrorKind.InvalidSnapshot, $"{what} is not a JSON object");

    /// <summary>A number: whole ones without fraction and exponent, others in their shortest form.</summary>
    public static JValue Number(double value) => value switch
    {
        0 when double.IsNegative(value) => new JRaw("-0.0"),
        _ when value != Math.Floor(value) || Math.Abs(value) >= 1e21 => new JRaw(value.ToString("R", CultureInfo.InvariantCulture)),
        _ when Math.Abs(value) < 1e15 => new JValue((long)value),
        _ => new JRaw(value.ToString("F0", CultureInfo.InvariantCulture)),
    };

    /// <summary>A point in time: RFC 3339, UTC, fraction without trailing zeros.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads a point in time; null where the text is none.</summary>
    public static DateTimeOffset? ParseTime(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}
