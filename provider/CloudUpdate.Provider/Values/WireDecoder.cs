using System.Globalization;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Schema;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Values;

/// <summary>From the JSON of an API to property values. Lenient where clouds are known to be: a number or boolean in quotes is one.</summary>
internal static class WireDecoder
{
    /// <summary>Reads the members that the definitions name; others are ignored, as are secrets that no cloud should send.</summary>
    /// <exception cref="WireFormatException">A member has another type than documented.</exception>
    public static PropertyMap Object(IEnumerable<PropertyDefinition> definitions, JObject json)
    {
        var members = new List<KeyValuePair<string, PropertyValue>>();
        foreach (var definition in definitions.Where(definition => !definition.WriteOnly))
        {
            if (Member(definition, json[definition.Wire]) is { } value)
            {
                members.Add(new(definition.Name, definition.IsSecret ? PropertyValue.Secret(value) : value));
            }
        }

        return PropertyMap.Of(members);
    }

    /// <summary>Reads one value.</summary>
    /// <exception cref="WireFormatException">It has another type than documented.</exception>
    public static PropertyValue Value(PropertyType type, JToken json, string path) => (type, json) switch
    {
        (TextType or EnumerationType, JValue { Type: JTokenType.String or JTokenType.Date or JTokenType.Guid or JTokenType.Uri } text) =>
            PropertyValue.Of(Text(text)),
        (TextType, JValue { Type: JTokenType.Integer or JTokenType.Float or JTokenType.Boolean } other) => PropertyValue.Of(Text(other)),
        (BooleanType, JValue { Type: JTokenType.Boolean } flag) => PropertyValue.Of((bool)flag),
        (BooleanType, JValue { Type: JTokenType.String } text) when bool.TryParse((string?)text, out var flag) => PropertyValue.Of(flag),
        (IntegerType or NumberType, JValue { Type: JTokenType.Integer or JTokenType.Float } number) => PropertyValue.Of((double)number),
        (IntegerType or NumberType, JValue { Type: JTokenType.String } text) when Number((string?)text) is { } number => PropertyValue.Of(number),
        (ListType list, JArray items) => PropertyValue.Of(items.Select((item, index) => Value(list.Item, item, $"{path}[{index}]"))),
        (MapType map, JObject members) => PropertyValue.Of(PropertyMap.Of(members.Properties()
            .Select(member => KeyValuePair.Create(member.Name, Value(map.Item, member.Value, $"{path}.{member.Name}"))))),
        (ObjectType @object, JObject members) => PropertyValue.Of(Object(@object.Properties, members)),
        _ => throw new WireFormatException($"{path} is {Article(json.Type)}, which its document does not say"),
    };

    private static PropertyValue? Member(PropertyDefinition definition, JToken? json) =>
        json is null or { Type: JTokenType.Null } ? definition.AbsentMeans : Value(definition.Type, json, definition.Wire);

    private static string Text(JValue value) => Convert.ToString(value.Value, CultureInfo.InvariantCulture) ?? string.Empty;

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Article(JTokenType type) => type switch
    {
        JTokenType.Array => "a list",
        JTokenType.Object => "an object",
        JTokenType.Null => "null",
        _ => "a " + type.ToString().ToLowerInvariant(),
    };
}
