using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Values;

/// <summary>Where two values of a type differ, as finely as it can be shown: members of objects, keys of maps, elements of lists and sets.</summary>
internal static class Differences
{
    /// <summary>The places where the new value asks for something else than the old one. A member that it does not state asks for nothing.</summary>
    public static IEnumerable<ValueDifference> Between(PropertyType type, PropertyValue? old, PropertyValue? @new, PropertyPath at)
    {
        if (@new is null or { IsNull: true })
        {
            return [];
        }

        if (old is null or { IsNull: true })
        {
            return IsEmptyObject(type, @new) ? [] : [new ValueDifference(at, Change.Add)];
        }

        return (type, old.Unwrapped, @new.Unwrapped) switch
        {
            (ObjectType t, MapValue a, MapValue b) =>
                t.Properties.SelectMany(member => Between(member.Type, a.Map.Get(member.Name), b.Map.Get(member.Name), at.Append(member.Name))),
            (MapType t, MapValue a, MapValue b) => a.Map.Keys.Union(b.Map.Keys).Order(StringComparer.Ordinal)
                .SelectMany(key => Element(t.Item, a.Map.Get(key), b.Map.Get(key), at.Append(key))),
            (ListType { IsSet: true } t, ListValue a, ListValue b) => Sets(t, a, b, at),
            (ListType t, ListValue a, ListValue b) => Enumerable.Range(0, Math.Max(a.Items.Length, b.Items.Length))
                .SelectMany(index => Element(t.Item, a.Items.ElementAtOrDefault(index), b.Items.ElementAtOrDefault(index), at.Append(index))),
            _ => Same.Value(type, old, @new) ? [] : [new ValueDifference(at, Change.Update)],
        };
    }

    // An element that is gone is deleted, unlike a member of an object that is not stated.
    private static IEnumerable<ValueDifference> Element(PropertyType type, PropertyValue? old, PropertyValue? @new, PropertyPath at) =>
        (old, @new) switch
        {
            (null, null) => [],
            (_, null) => [new ValueDifference(at, Change.Delete)],
            (null, _) => [new ValueDifference(at, Change.Add)],
            _ when type is ObjectType => Same.Value(type, old, @new) ? [] : [new ValueDifference(at, Change.Update)],
            _ => Between(type, old, @new, at),
        };

    private static IEnumerable<ValueDifference> Sets(ListType type, ListValue old, ListValue @new, PropertyPath at)
    {
        var removed = Same.Unmatched(type.Item, old, @new);
        var added = Same.Unmatched(type.Item, @new, old);
        return removed.Union(added).Order().Select(index => new ValueDifference(at.Append(index), (removed.Contains(index), added.Contains(index)) switch
        {
            (true, true) => Change.Update,
            (true, false) => Change.Delete,
            _ => Change.Add,
        }));
    }

    private static bool IsEmptyObject(PropertyType type, PropertyValue value) => type is ObjectType && value.Unwrapped is MapValue { Map.Count: 0 };
}
