using CloudUpdate.CodeGen.Diagnostics;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.CodeGen.Parsing;

/// <summary>
/// An object of the document with its path. Reading is lenient (a value of the wrong type reads as absent), because
/// <see cref="Metaschema"/> has reported it already and binding goes on to find more.
/// </summary>
internal sealed record SpecNode(JObject Json, SchemaPath Path)
{
    /// <summary>A node without any keys, for what the document leaves out.</summary>
    public static SpecNode Empty(SchemaPath path) => new([], path);

    /// <summary>Whether the key is there, whatever its value.</summary>
    public bool Has(string key) => Json.ContainsKey(key);

    /// <summary>A string, or the empty one.</summary>
    public string Text(string key) => OptionalText(key) ?? "";

    /// <summary>A string, or null.</summary>
    public string? OptionalText(string key) => Json[key] is { Type: JTokenType.String } value ? (string?)value : null;

    /// <summary>A boolean, false if absent.</summary>
    public bool Flag(string key) => Json[key] is { Type: JTokenType.Boolean } value && (bool)value;

    /// <summary>A boolean, number or string, or null.</summary>
    public JValue? Scalar(string key) =>
        Json[key] is JValue { Type: JTokenType.Boolean or JTokenType.Integer or JTokenType.Float or JTokenType.String } value ? value : null;

    /// <summary>A nested object, or null.</summary>
    public SpecNode? Child(string key) => Json[key] is JObject child ? new SpecNode(child, Path.Child(key)) : null;

    /// <summary>A nested object, or an empty one.</summary>
    public SpecNode ChildOrEmpty(string key) => Child(key) ?? Empty(Path.Child(key));

    /// <summary>The entries of a map whose values are objects, in ordinal order of their keys.</summary>
    public IReadOnlyList<KeyValuePair<string, SpecNode>> Entries(string key) =>
        Child(key) is not { } map
            ? []
            : [.. map.Json.Properties()
                .Where(property => property.Value is JObject)
                .OrderBy(property => property.Name, StringComparer.Ordinal)
                .Select(property => KeyValuePair.Create(property.Name, new SpecNode((JObject)property.Value, map.Path.Child(property.Name))))];

    /// <summary>The string entries of a map, in ordinal order of their keys.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> TextEntries(string key) =>
        Json[key] is not JObject map
            ? []
            : [.. map.Properties()
                .Where(property => property.Value.Type == JTokenType.String)
                .OrderBy(property => property.Name, StringComparer.Ordinal)
                .Select(property => KeyValuePair.Create(property.Name, (string)property.Value!))];

    /// <summary>The strings of a list with their paths.</summary>
    public IReadOnlyList<(string Text, SchemaPath Path)> Texts(string key) =>
        Json[key] is not JArray list
            ? []
            : [.. list.Select((item, index) => (item, index))
                .Where(entry => entry.item.Type == JTokenType.String)
                .Select(entry => ((string)entry.item!, Path.Child(key).Child(entry.index)))];

    /// <summary>The objects of a list.</summary>
    public IReadOnlyList<SpecNode> Objects(string key) =>
        Json[key] is not JArray list
            ? []
            : [.. list.Select((item, index) => (item, index))
                .Where(entry => entry.item is JObject)
                .Select(entry => new SpecNode((JObject)entry.item, Path.Child(key).Child(entry.index)))];
}
