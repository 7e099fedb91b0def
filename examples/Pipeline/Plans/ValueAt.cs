using System.Text.RegularExpressions;

namespace CloudUpdate.Pipeline.Plans;

/// <summary>Finds the value that a property path names.</summary>
internal static partial class ValueAt
{
    private const string UnknownMark = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    private const string KindKey = "4dabf18193072939515e22adb298388d";
    private const string SecretKind = "1b47061264138c4ac30d75fd1eb44270";

    /// <summary>The value, or null where the path leads nowhere.</summary>
    public static object? Path(IEnumerable<KeyValuePair<string, object>>? bag, string path)
    {
        object? value = bag?.ToDictionary(member => member.Key, member => (object?)member.Value);
        foreach (Match step in Step().Matches(path))
        {
            value = step.Groups["index"] is { Success: true } index
                ? Item(value, int.Parse(index.Value, System.Globalization.CultureInfo.InvariantCulture))
                : Member(value, Key(step));
        }

        return Readable(value);
    }

    /// <summary>The value with words in place of the engine's marks for what a preview does not tell.</summary>
    public static object? Readable(object? value) => value switch
    {
        UnknownMark => PlannedProperty.Unknown,
        IDictionary<string, object?> map when map.TryGetValue(KindKey, out var kind) && kind is SecretKind => PlannedProperty.Secret,
        IDictionary<string, object?> map => map.ToDictionary(member => member.Key, member => Readable(member.Value)),
        object?[] list => list.Select(Readable).ToArray(),
        _ => value,
    };

    private static string Key(Match step) => step.Groups["quoted"] is { Success: true } quoted
        ? quoted.Value.Replace("\\\"", "\"", StringComparison.Ordinal)
        : step.Groups["name"].Value;

    private static object? Member(object? value, string key) => value switch
    {
        IDictionary<string, object?> map => map.TryGetValue(key, out var member) ? member : null,
        _ => null,
    };

    private static object? Item(object? value, int index) => value is object?[] list && index < list.Length ? list[index] : null;

    [GeneratedRegex("""\[(?<index>\d+)\]|\["(?<quoted>(?:\\"|[^"])*)"\]|(?<name>[^.\[]+)""")]
    private static partial Regex Step();
}
