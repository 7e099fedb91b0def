using System.Text.RegularExpressions;

namespace CloudUpdate.Pipeline.Plans;

/// <summary>Finds the value that a property path names.</summary>
internal static partial class ValueAt
{
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

        return value;
    }

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
