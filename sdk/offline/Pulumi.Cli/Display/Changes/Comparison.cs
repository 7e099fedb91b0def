using System.Collections.Immutable;
using System.Globalization;
using CloudUpdate.Protocol.Values;

namespace Pulumi.Cli.Display.Changes;

/// <summary>Differences found by comparing values, where the provider named none.</summary>
internal static class Comparison
{
    /// <summary>The differences between two bags; null where there is none. Keys starting with <c>__</c> are internal and never compared.</summary>
    public static Nested? OfMaps(PropertyMap old, PropertyMap fresh)
    {
        var keys = old.Keys.Union(fresh.Keys).Where(key => !key.StartsWith("__", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return Collect(isList: false, keys.Select(key => KeyValuePair.Create(key, OfMembers(old.Get(key), fresh.Get(key)))));
    }

    /// <summary>The difference between two values; null where they are equal. Nothing inside a secret is compared piece by piece.</summary>
    public static Change? OfValues(PropertyValue old, PropertyValue fresh) => (old, fresh) switch
    {
        _ when old.Equals(fresh) => null,
        (MapValue before, MapValue after) => OfMaps(before.Map, after.Map),
        (ListValue before, ListValue after) => OfLists(before.Items, after.Items),
        _ => new Updated(old, fresh),
    };

    public static string Label(int index) => string.Create(CultureInfo.InvariantCulture, $"[{index}]");

    private static Nested? OfLists(ImmutableArray<PropertyValue> old, ImmutableArray<PropertyValue> fresh) =>
        Collect(isList: true, Enumerable.Range(0, Math.Max(old.Length, fresh.Length)).Select(index =>
            KeyValuePair.Create(Label(index), OfMembers(old.ElementAtOrDefault(index), fresh.ElementAtOrDefault(index)))));

    private static Change? OfMembers(PropertyValue? old, PropertyValue? fresh) => (old, fresh) switch
    {
        (null, null) => null,
        (null, not null) => new Added(fresh),
        (not null, null) => new Removed(old),
        _ => OfValues(old, fresh),
    };

    private static Nested? Collect(bool isList, IEnumerable<KeyValuePair<string, Change?>> members)
    {
        ImmutableArray<KeyValuePair<string, Change>> changed =
            [.. members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Key, member.Value!))];
        return changed.IsEmpty ? null : new Nested(isList, changed);
    }
}
