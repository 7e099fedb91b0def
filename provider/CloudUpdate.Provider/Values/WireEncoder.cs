using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Schema;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Values;

/// <summary>From property values to the JSON of an API. Nulls are left out: what null does to these APIs is documented nowhere.</summary>
internal static class WireEncoder
{
    /// <summary>Writes the members that have a value, in the order of the definitions.</summary>
    public static JObject Object(IEnumerable<PropertyDefinition> definitions, PropertyMap bag)
    {
        var json = new JObject();
        foreach (var definition in definitions)
        {
            if (bag.Get(definition.Name) is { IsNull: false } value)
            {
                json[definition.Wire] = Value(definition.Type, value);
            }
        }

        return json;
    }

    /// <summary>Writes one value.</summary>
    /// <exception cref="InvalidOperationException">The value is unknown or of no kind that JSON has: a bug, since previews send nothing.</exception>
    public static JToken Value(PropertyType type, PropertyValue value) => (type, value.Unwrapped) switch
    {
        (ObjectType @object, MapValue map) => Object(@object.Properties, map.Map),
        (MapType item, MapValue map) => new JObject(map.Map.Select(member => new JProperty(member.Key, Value(item.Item, member.Value)))),
        (ListType list, ListValue items) => new JArray(items.Items.Select(item => Value(list.Item, item))),
        (IntegerType, NumberValue number) => new JValue((long)number.Value),
        (_, NumberValue number) => number.Value == Math.Floor(number.Value) && Math.Abs(number.Value) < 1e15
            ? new JValue((long)number.Value) : new JValue(number.Value),
        (_, StringValue text) => new JValue(text.Value),
        (_, BoolValue flag) => new JValue(flag.Value),
        var (_, other) => throw new InvalidOperationException($"A value of kind {other.GetType().Name} cannot be sent to a cloud."),
    };
}
