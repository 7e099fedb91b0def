using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi.Automation.Serialization;

/// <summary>Reading members that may be missing or null.</summary>
internal static class JsonElements
{
    public static T? Optional<T>(this JsonElement parent, string name, Func<JsonElement, T> read)
        where T : class => Member(parent, name) is { } value ? read(value) : null;

    public static string Text(this JsonElement parent, string name) => parent.OptionalText(name) ?? string.Empty;

    public static string? OptionalText(this JsonElement parent, string name) => Member(parent, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { } other => other.GetRawText(),
    };

    public static bool? Flag(this JsonElement parent, string name) => Member(parent, name)?.GetBoolean();

    public static int? Number(this JsonElement parent, string name) => Member(parent, name)?.GetInt32();

    public static DateTimeOffset? Time(this JsonElement parent, string name) => Member(parent, name)?.GetDateTimeOffset();

    public static ImmutableArray<string>? OptionalTextList(this JsonElement parent, string name) =>
        Member(parent, name) is { } list ? [.. list.EnumerateArray().Select(item => item.GetString() ?? string.Empty)] : null;

    public static ImmutableDictionary<string, string> Texts(this JsonElement parent, string name) => Member(parent, name) is { } map
        ? map.EnumerateObject().ToImmutableDictionary(member => member.Name, member => member.Value.GetString() ?? string.Empty)
        : ImmutableDictionary<string, string>.Empty;

    public static ImmutableDictionary<string, object> Values(this JsonElement parent, string name) => Member(parent, name) is { } map
        ? map.EnumerateObject().ToImmutableDictionary(member => member.Name, member => Value(member.Value)!)
        : ImmutableDictionary<string, object>.Empty;

    public static ImmutableDictionary<OperationType, int>? Changes(this JsonElement parent, string name) =>
        Member(parent, name) is { } map
            ? map.EnumerateObject()
                .GroupBy(member => Words.Operation(member.Name), member => member.Value.GetInt32())
                .ToImmutableDictionary(group => group.Key, group => group.Sum())
            : null;

    /// <summary>A value without a type of its own: whole numbers as <see cref="long"/>, a text that is a date as a date.</summary>
    public static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? (object)whole : value.GetDouble(),
        JsonValueKind.String => value.TryGetDateTime(out var date) ? date : value.GetString(),
        JsonValueKind.Array => value.EnumerateArray().Select(Value).ToArray(),
        JsonValueKind.Object => value.EnumerateObject().ToDictionary(member => member.Name, member => Value(member.Value)),
        _ => null,
    };

    private static JsonElement? Member(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
