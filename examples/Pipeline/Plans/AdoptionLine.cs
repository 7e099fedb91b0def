using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Pipeline.Plans;

/// <summary>A line in which the provider says what an adoption changes. For the engine an adoption is a creation, so its differences stand there.</summary>
/// <param name="Property">The property; null where the line says that nothing changes.</param>
internal sealed partial record AdoptionLine(PlannedProperty? Property)
{
    /// <summary>Reads a line; null where it is about something else.</summary>
    public static AdoptionLine? Parse(string message)
    {
        var text = message.Trim();
        if (Nothing().IsMatch(text))
        {
            return new AdoptionLine(Property: null);
        }

        var match = Form().Match(text);
        return match.Success
            ? new AdoptionLine(new PlannedProperty(match.Groups["path"].Value, Value(match.Groups["old"].Value), Value(match.Groups["new"].Value), false))
            : null;
    }

    private static object? Value(string text)
    {
        // Texts stand in quotation marks as they are, without escapes.
        if (text is ['"', .. var inner, '"'])
        {
            return inner;
        }

        try
        {
            return JToken.Parse(text) is JValue { Value: var value } ? value : text;
        }
        catch (JsonReaderException)
        {
            return text switch
            {
                "(none)" => null,
                "(known after apply)" => PlannedProperty.Unknown,
                _ => text,
            };
        }
    }

    [GeneratedRegex("^adopting .+ changes nothing$")]
    private static partial Regex Nothing();

    [GeneratedRegex("^adopting .+? changes (?<path>[^ :]+): (?<old>\".*?\"|.+?) => (?<new>.+)$", RegexOptions.Singleline)]
    private static partial Regex Form();
}
