using System.Text.Json;
using CloudUpdate.CodeGen.Diagnostics;

namespace CloudUpdate.CodeGen.Parsing;

/// <summary>
/// An object of the document with its path. Reading is lenient (a value of the wrong type reads as absent), because
/// <see cref="Metaschema"/> has reported it already and binding goes on to find more.
/// </summary>
internal sealed record SpecNode(JsonElement Json, SchemaPath Path)
{
    private static readonly JsonElement EmptyObject = JsonElement.Parse("{}");

    /// <summary>Whether the key is there, whatever its value.</summary>
    public bool Has(string key) => Json.TryGetProperty(key, out _);

    /// <summary>A string, or the empty one.</summary>
    public string Text(string key) => OptionalText(key) ?? "";

    /// <summary>A string, or null.</summary>
    public string? OptionalText(string key) => Find(key, JsonValueKind.String)?.GetString();

    /// <summary>A boolean, false if absent.</summary>
    public bool Flag(string key) => Find(key, JsonValueKind.True) is not null;

    /// <summary>A boolean, number or string, or null.</summary>
    public JsonElement? Scalar(string key) =>
        Find(key, JsonValueKind.True, JsonValueKind.False, JsonValueKind.Number, JsonValueKind.String);

    /// <summary>A nested object, or null.</summary>
    public SpecNode? Child(string key) => Find(key, JsonValueKind.Object) is { } child ? new SpecNode(child, Path.Child(key)) : null;

    /// <summary>A nested object, or an empty one.</summary>
    public SpecNode ChildOrEmpty(string key) => Child(key) ?? new SpecNode(EmptyObject, Path.Child(key));

    /// <summary>The entries of a map whose values are objects, in ordinal order of their keys.</summary>
    public IReadOnlyList<KeyValuePair<string, SpecNode>> Entries(string key) =>
        [.. Map(key, JsonValueKind.Object).Select(entry =>
            KeyValuePair.Create(entry.Name, new SpecNode(entry.Value, Path.Child(key).Child(entry.Name))))];

    /// <summary>The string entries of a map, in ordinal order of their keys.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> TextEntries(string key) =>
        [.. Map(key, JsonValueKind.String).Select(entry => KeyValuePair.Create(entry.Name, entry.Value.GetString()!))];

    /// <summary>The elements of a list with their paths.</summary>
    public IReadOnlyList<(JsonElement Value, SchemaPath Path)> Items(string key) =>
        [.. (Find(key, JsonValueKind.Array)?.EnumerateArray() ?? default).Index().Select(item => (item.Item, Path.Child(key).Child(item.Index)))];

    /// <summary>The strings of a list with their paths.</summary>
    public IReadOnlyList<(string Text, SchemaPath Path)> Texts(string key) =>
        [.. Items(key).Where(item => item.Value.ValueKind == JsonValueKind.String).Select(item => (item.Value.GetString()!, item.Path))];

    /// <summary>The objects of a list.</summary>
    public IReadOnlyList<SpecNode> Objects(string key) =>
        [.. Items(key).Where(item => item.Value.ValueKind == JsonValueKind.Object).Select(item => new SpecNode(item.Value, item.Path))];

    private IEnumerable<JsonProperty> Map(string key, JsonValueKind kind) =>
        (Find(key, JsonValueKind.Object)?.EnumerateObject() ?? default)
            .Where(entry => entry.Value.ValueKind == kind)
            .OrderBy(entry => entry.Name, StringComparer.Ordinal);

    private JsonElement? Find(string key, params ReadOnlySpan<JsonValueKind> kinds) =>
        Json.TryGetProperty(key, out var value) && kinds.Contains(value.ValueKind) ? value : null;
}
