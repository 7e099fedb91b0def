using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Values;

/// <summary>Whether two values mean the same: marks do not count, nor the order of a set, nor a null member beside a missing one.</summary>
internal static class Same
{
    /// <summary>Whether two values of a type mean the same. An unknown is the same as nothing, not even as itself.</summary>
    public static bool Value(PropertyType type, PropertyValue? left, PropertyValue? right) =>
        (type, Bare(left), Bare(right)) switch
        {
            (_, null, null) => true,
            (_, null, _) or (_, _, null) or (_, UnknownValue, _) or (_, _, UnknownValue) => false,
            (_, NumberValue a, NumberValue b) => a.Value.Equals(b.Value) || (a.Value == 0 && b.Value == 0),
            (ListType { IsSet: true } set, ListValue a, ListValue b) => a.Items.Length == b.Items.Length && Unmatched(set.Item, a, b).IsEmpty,
            (ListType list, ListValue a, ListValue b) =>
                a.Items.Length == b.Items.Length && a.Items.Zip(b.Items).All(pair => Value(list.Item, pair.First, pair.Second)),
            (MapType map, MapValue a, MapValue b) => Maps(_ => map.Item, a.Map, b.Map),
            (ObjectType @object, MapValue a, MapValue b) => Maps(key => MemberType(@object, key), a.Map, b.Map),
            (_, var a, var b) => a.Equals(b),
        };

    /// <summary>Indices of the items of one list that have no partner of their own in the other.</summary>
    public static ImmutableArray<int> Unmatched(PropertyType item, ListValue of, ListValue among)
    {
        var left = among.Items.ToList();
        var unmatched = ImmutableArray.CreateBuilder<int>();
        for (var index = 0; index < of.Items.Length; index++)
        {
            var partner = left.FindIndex(other => Value(item, of.Items[index], other));
            if (partner < 0)
            {
                unmatched.Add(index);
            }
            else
            {
                left.RemoveAt(partner);
            }
        }

        return unmatched.ToImmutable();
    }

    /// <summary>The new set in the order of the old one as far as they share items, so that a reordering shows nowhere.</summary>
    public static PropertyValue InOrderOf(ListType set, PropertyValue old, PropertyValue @new)
    {
        if (old.Unwrapped is not ListValue olds || @new.Unwrapped is not ListValue news)
        {
            return @new;
        }

        var gone = Unmatched(set.Item, olds, news).ToHashSet();
        var added = Unmatched(set.Item, news, olds);
        var kept = olds.Items.Where((_, index) => !gone.Contains(index));
        return PropertyValue.Of(kept.Concat(added.Select(index => news.Items[index])));
    }

    private static PropertyValue? Bare(PropertyValue? value) => value is null or { IsNull: true } ? null : value.Unwrapped;

    private static bool Maps(Func<string, PropertyType> typeOf, PropertyMap a, PropertyMap b) =>
        a.Keys.Union(b.Keys).All(key => Value(typeOf(key), a.Get(key), b.Get(key)));

    // A member without a definition is compared as it stands.
    private static PropertyType MemberType(ObjectType type, string key) =>
        type.Properties.FirstOrDefault(property => property.Name == key)?.Type ?? Property.Text;
}
