using CloudUpdate.Protocol.Values;

namespace Pulumi.Engine.Plugins;

/// <summary>Takes secret marks off what is sent to providers that do not know them, and puts them back on the answers.</summary>
internal static class SecretMarks
{
    public static PropertyMap Strip(PropertyMap map) => map.Select((_, value) => Strip(value));

    public static PropertyValue Strip(PropertyValue value) => value switch
    {
        SecretValue secret => Strip(secret.Value),
        ListValue list => PropertyValue.Of(list.Items.Select(Strip)),
        MapValue map => PropertyValue.Of(Strip(map.Map)),
        _ => value,
    };

    /// <summary>The answer with the marks of what was sent, key by key; a list with any secret item becomes secret as a whole.</summary>
    public static PropertyMap Restore(PropertyMap sent, PropertyMap answered) =>
        answered.Select((key, value) => sent.Get(key) is { } original ? Restore(original, value) : value);

    private static PropertyValue Restore(PropertyValue sent, PropertyValue answered) => sent switch
    {
        SecretValue => PropertyValue.Secret(answered),
        MapValue map when answered is MapValue answeredMap => PropertyValue.Of(Restore(map.Map, answeredMap.Map)),
        ListValue { ContainsSecrets: true } => PropertyValue.Secret(answered),
        _ => answered,
    };
}
