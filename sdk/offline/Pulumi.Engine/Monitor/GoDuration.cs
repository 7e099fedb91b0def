using System.Globalization;
using System.Text.RegularExpressions;

namespace Pulumi.Engine.Monitor;

/// <summary>Durations such as <c>1h30m</c>, as the protocol writes time limits.</summary>
internal static partial class GoDuration
{
    /// <summary>The duration in seconds; 0 for an empty text.</summary>
    /// <exception cref="FormatException">The text is no duration.</exception>
    public static double ParseSeconds(string text)
    {
        if (text is "" or "0")
        {
            return 0;
        }

        var match = Pattern.Match(text);
        if (!match.Success)
        {
            throw new FormatException($"'{text}' is not a duration");
        }

        return match.Groups["value"].Captures.Zip(match.Groups["unit"].Captures, (value, unit) =>
            double.Parse(value.Value, CultureInfo.InvariantCulture) * Seconds(unit.Value)).Sum();
    }

    private static double Seconds(string unit) => unit switch
    {
        "h" => 3600,
        "m" => 60,
        "s" => 1,
        "ms" => 1e-3,
        "us" or "µs" => 1e-6,
        _ => 1e-9,
    };

    [GeneratedRegex(@"\A((?<value>[0-9]+(\.[0-9]*)?|\.[0-9]+)(?<unit>h|ms|m|s|us|µs|ns))+\z")]
    private static partial Regex Pattern { get; }
}
