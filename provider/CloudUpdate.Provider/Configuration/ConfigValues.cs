using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Lifecycle;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Configuration;

/// <summary>The configuration in real values: what is no text may arrive as text with JSON in it.</summary>
internal static class ConfigValues
{
    private const string VariablePrefix = "cloudupdate:config:";

    /// <summary>The configuration of a Configure call: the bag, or the older form where there is no bag.</summary>
    public static PropertyMap InForce(ConfigureCall call) => Real(call.Args ?? PropertyMap.Of(call.Variables
        .Where(variable => variable.Key.StartsWith(VariablePrefix, StringComparison.Ordinal))
        .Select(variable => KeyValuePair.Create(variable.Key[VariablePrefix.Length..], PropertyValue.Of(variable.Value)))));

    /// <summary>The bag in real values, without what is not the configuration's and what is null.</summary>
    public static PropertyMap Real(PropertyMap bag) => bag
        .Where((key, value) => !ConfigTable.IsForeign(key) && !value.IsNull)
        .Select((key, value) => ConfigTable.Find(key) is { } definition ? Real(definition, value) : value);

    private static PropertyValue Real(PropertyDefinition definition, PropertyValue value)
    {
        if (definition.Type is TextType || value.Unwrapped is not StringValue text || JsonText.Parse(text.Value) is not { } parsed)
        {
            return value;
        }

        // Within quotes once more is how some SDKs send what was text to begin with.
        var real = parsed.Unwrapped is StringValue inner && JsonText.Parse(inner.Value) is { } unquoted ? unquoted : parsed;
        return value is SecretValue ? PropertyValue.Secret(real) : real;
    }
}
