using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Values;

/// <summary>Secret marks: taken off to compare and to send, put on what must not be shown.</summary>
internal static class Marks
{
    /// <summary>The value without any mark, at every depth.</summary>
    public static PropertyValue Plain(PropertyValue value) => value.Unwrapped switch
    {
        ListValue list => PropertyValue.Of(list.Items.Select(Plain)),
        MapValue map => PropertyValue.Of(map.Map.Select((_, member) => Plain(member))),
        var other => other,
    };

    /// <summary>The bag with everything marked that its definitions call secret.</summary>
    public static PropertyMap ByDefinition(IEnumerable<PropertyDefinition> definitions, PropertyMap bag)
    {
        foreach (var definition in definitions)
        {
            if (bag.Get(definition.Name) is { IsNull: false } value)
            {
                bag = bag.With(definition.Name, ByDefinition(definition, value));
            }
        }

        return bag;
    }

    /// <summary>The value with the marks that another value has at the same places; a list with a secret item is secret as a whole.</summary>
    public static PropertyValue Like(PropertyValue? model, PropertyValue value) => (model, value) switch
    {
        (null, _) or (_, SecretValue) => value,
        (SecretValue, _) => PropertyValue.Secret(value),
        (MapValue from, MapValue to) => PropertyValue.Of(Like(from.Map, to.Map)),
        (ListValue { ContainsSecrets: true }, ListValue) => PropertyValue.Secret(value),
        _ => value,
    };

    /// <summary>The value with the mark that is around another one; what is inside of it keeps its own.</summary>
    public static PropertyValue Around(PropertyValue model, PropertyValue value) => model is SecretValue ? PropertyValue.Secret(value) : value;

    /// <summary>The bag with the marks that another bag has at the same places.</summary>
    public static PropertyMap Like(PropertyMap model, PropertyMap bag) => bag.Select((key, value) => Like(model.Get(key), value));

    /// <summary>Whether what stands at a place must not be shown: it, something around it or something in it is secret.</summary>
    public static bool IsSecretAt(PropertyMap bag, PropertyPath path) =>
        path.Get(bag) is { ContainsSecrets: true }
        || Enumerable.Range(1, path.Segments.Length).Any(length => PropertyPath.Of(path.Segments[..length]).Get(bag) is SecretValue);

    private static PropertyValue ByDefinition(PropertyDefinition definition, PropertyValue value)
    {
        if (definition.IsSecret)
        {
            return PropertyValue.Secret(value);
        }

        return (definition.Type, value) switch
        {
            (ObjectType type, MapValue map) => PropertyValue.Of(ByDefinition(type.Properties, map.Map)),
            (ListType { Item: ObjectType type }, ListValue list) =>
                PropertyValue.Of(list.Items.Select(item => item is MapValue map ? PropertyValue.Of(ByDefinition(type.Properties, map.Map)) : item)),
            _ => value,
        };
    }
}
