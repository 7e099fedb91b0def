using System.Text.RegularExpressions;

namespace CloudUpdate.Emulator.Authentication;

/// <summary>The parameters of an <c>Authorization: Digest</c> header, in any order, quoted or bare.</summary>
internal sealed partial class DigestHeader
{
    private readonly Dictionary<string, string> _parameters;

    private DigestHeader(Dictionary<string, string> parameters) => _parameters = parameters;

    public string this[string parameter] => _parameters.TryGetValue(parameter, out var value) ? value : "";

    public static DigestHeader? Parse(string? authorization)
    {
        const string Scheme = "Digest ";
        if (authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var text = authorization[Scheme.Length..];
        var at = 0;
        foreach (Match match in Parameter().Matches(text))
        {
            if (match.Index != at || !parameters.TryAdd(match.Groups["name"].Value, Value(match)))
            {
                return null;
            }

            at = match.Index + match.Length;
        }

        return at == text.Length ? new DigestHeader(parameters) : null;
    }

    private static string Value(Match match) =>
        match.Groups["quoted"].Success ? match.Groups["quoted"].Value.Replace("\\\"", "\"", StringComparison.Ordinal) : match.Groups["bare"].Value;

    [GeneratedRegex("""\G\s*(?<name>[A-Za-z]+)\s*=\s*(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<bare>[^\s,"]+))\s*(?:,|\z)""")]
    private static partial Regex Parameter();
}
