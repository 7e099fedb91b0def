using System.Globalization;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Values;

/// <summary>Holds a value against what its type allows: everything wrong at once, each with its path. Unknowns pass.</summary>
internal static class ValueCheck
{
    /// <summary>What is wrong with the value of a property.</summary>
    public static IEnumerable<Finding> Of(PropertyDefinition definition, PropertyValue value, PropertyPath path) =>
        Of(definition.Type, value, path, definition.IsSecret);

    /// <summary>What is wrong with a value of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="value">The value.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="hide">Whether the value must not be named.</param>
    public static IEnumerable<Finding> Of(PropertyType type, PropertyValue value, PropertyPath path, bool hide)
    {
        hide |= value is SecretValue;
        return (type, value.Unwrapped) switch
        {
            (_, UnknownValue or NullValue) => [],
            (TextType t, StringValue v) => TextCheck.Of(t, v.Value, path, hide),
            (EnumerationType t, StringValue v) => Enumeration(t, v.Value, path, hide),
            (BooleanType, BoolValue) or (NumberType, NumberValue) => [],
            (IntegerType t, NumberValue v) => Integer(t, v.Value, path, hide),
            (ListType t, ListValue v) => List(t, v, path, hide),
            (MapType t, MapValue v) => v.Map.SelectMany(member => Of(t.Item, member.Value, path.Append(member.Key), hide)),
            (ObjectType t, MapValue v) => Members(t.Properties, v.Map, path, hide),
            (_, var other) => [new Finding(path, $"{path} must be {Kind(type)}, but is {Kind(other)}{Allowed(type)}")],
        };
    }

    /// <summary>What is wrong with the members of an object.</summary>
    public static IEnumerable<Finding> Members(IReadOnlyCollection<PropertyDefinition> definitions, PropertyMap map, PropertyPath at, bool hide)
    {
        foreach (var definition in definitions)
        {
            if (map.Get(definition.Name) is { IsNull: false } value)
            {
                foreach (var finding in Of(definition.Type, value, at.Append(definition.Name), hide || definition.IsSecret))
                {
                    yield return finding;
                }
            }
            else if (definition.Required)
            {
                yield return new Finding(at.Append(definition.Name), $"{at.Append(definition.Name)} is missing");
            }
        }

        foreach (var key in map.Keys.Where(key => !key.StartsWith("__", StringComparison.Ordinal)).Except(definitions.Select(d => d.Name)))
        {
            yield return UnknownMember(key, definitions.Select(definition => definition.Name), at);
        }
    }

    private static Finding UnknownMember(string key, IEnumerable<string> names, PropertyPath at)
    {
        var path = at.Append(key);
        var allowed = names.Order(StringComparer.Ordinal).ToList();
        return new Finding(path, $"{path} is no property here{Spelling.Hint(key, allowed)}; allowed: {string.Join(", ", allowed)}");
    }

    private static IEnumerable<Finding> Enumeration(EnumerationType type, string value, PropertyPath path, bool hide)
    {
        var allowed = type.Values.Select(known => known.Value).ToList();
        if (!allowed.Contains(value))
        {
            yield return new Finding(
                path, $"{path} is {Quote(value, hide)}{Hint(value, allowed, hide)}; allowed: {string.Join(", ", allowed)}");
        }
    }

    private static IEnumerable<Finding> Integer(IntegerType type, double value, PropertyPath path, bool hide)
    {
        var (minimum, maximum) = (type.Minimum ?? int.MinValue, type.Maximum ?? int.MaxValue);
        var shown = hide ? "the value" : value.ToString("R", CultureInfo.InvariantCulture);
        if (value != Math.Floor(value))
        {
            yield return new Finding(path, $"{path} must be a whole number, but is {shown}");
        }
        else if (value < minimum || value > maximum)
        {
            yield return new Finding(path, string.Create(CultureInfo.InvariantCulture, $"{path} is {shown}; allowed: {minimum} to {maximum}"));
        }
    }

    private static IEnumerable<Finding> List(ListType type, ListValue list, PropertyPath path, bool hide)
    {
        var count = list.Items.Length;
        if (count < type.MinItems || count > type.MaxItems)
        {
            yield return new Finding(path, $"{path} has {Items(count)}; allowed: {Range(type.MinItems, type.MaxItems)}");
        }

        for (var index = 0; index < count; index++)
        {
            var at = path.Append(index);
            if (list.Items[index].IsNull)
            {
                yield return new Finding(at, $"{at} is null");
            }
            else if (type.RefusesRepeats && list.Items.Take(index).Any(before => Same.Value(type.Item, before, list.Items[index])))
            {
                yield return new Finding(at, $"{at} repeats an item before it; each item may stand there once");
            }

            foreach (var finding in Of(type.Item, list.Items[index], at, hide))
            {
                yield return finding;
            }
        }
    }

    internal static string Quote(string value, bool hide) => hide ? "a value" : $"\"{(value.Length <= 80 ? value : value[..77] + "...")}\"";

    // A guess tells a secret nearly as well as the secret itself.
    internal static string Hint(string value, IEnumerable<string> candidates, bool hide) => hide ? string.Empty : Spelling.Hint(value, candidates);

    internal static string Range(int? minimum, int? maximum) => (minimum, maximum) switch
    {
        ({ } least, { } most) when least == most => $"exactly {least}",
        ({ } least, { } most) => $"{least} to {most}",
        ({ } least, null) => $"at least {least}",
        (null, { } most) => $"at most {most}",
        _ => "any number",
    };

    private static string Allowed(PropertyType type) => type switch
    {
        BooleanType => "; allowed: true, false",
        IntegerType { Minimum: { } least, Maximum: { } most } => string.Create(CultureInfo.InvariantCulture, $"; allowed: {least} to {most}"),
        EnumerationType enumeration => $"; allowed: {string.Join(", ", enumeration.Values.Select(value => value.Value))}",
        TextType { Values.IsEmpty: false } text => $"; listed: {string.Join(", ", text.Values.Select(value => value.Value))}",
        _ => string.Empty,
    };

    private static string Items(int count) => count == 1 ? "1 item" : $"{count} items";

    private static string Kind(PropertyType type) => type switch
    {
        TextType or EnumerationType => "a text",
        BooleanType => "a boolean",
        IntegerType => "a whole number",
        NumberType => "a number",
        ListType => "a list",
        _ => "an object",
    };

    private static string Kind(PropertyValue value) => value switch
    {
        StringValue => "a text",
        ByteStringValue => "a text that is not valid UTF-8",
        BoolValue => "a boolean",
        NumberValue => "a number",
        ListValue => "a list",
        MapValue => "an object",
        AssetValue or ArchiveValue => "an asset",
        _ => "a resource",
    };
}
