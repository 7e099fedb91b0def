using CloudUpdate.Protocol.Values;

namespace CloudUpdate.Provider.Tests.Lifecycles.Support;

/// <summary>Short forms for the bags of tests.</summary>
internal static class Bag
{
    public static PropertyMap Of(params (string Key, object? Value)[] members) =>
        PropertyMap.Of(members.Select(member => KeyValuePair.Create(member.Key, Value(member.Value))));

    public static PropertyValue Value(object? value) => value switch
    {
        null => PropertyValue.Null,
        PropertyValue known => known,
        string text => PropertyValue.Of(text),
        bool flag => PropertyValue.Of(flag),
        int number => PropertyValue.Of(number),
        double number => PropertyValue.Of(number),
        PropertyMap map => PropertyValue.Of(map),
        IEnumerable<string> texts => PropertyValue.Of(texts),
        IEnumerable<PropertyMap> maps => PropertyValue.Of(maps.Select(PropertyValue.Of)),
        _ => throw new ArgumentException($"no form for {value.GetType()}"),
    };

    public static PropertyValue Secret(object value) => PropertyValue.Secret(Value(value));

    /// <summary>What a program sees: without the provider's own keys.</summary>
    public static PropertyMap Visible(this PropertyMap bag) => bag.Where((key, _) => !key.StartsWith("__", StringComparison.Ordinal));

    public static string Text(this PropertyMap bag, string key) =>
        (bag.Get(key)?.Unwrapped as StringValue)?.Value ?? throw new AssertionException($"{key} is no text in {bag}");
}
