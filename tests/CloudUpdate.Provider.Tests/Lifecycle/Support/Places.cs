using CloudUpdate.Protocol.Values;

namespace CloudUpdate.Provider.Tests.Lifecycles.Support;

/// <summary>Every place of a bag: members of objects and items of lists too.</summary>
internal static class Places
{
    public static IEnumerable<PropertyPath> In(PropertyMap bag) => bag.SelectMany(member => In(member.Value, PropertyPath.OfKeys(member.Key)));

    private static IEnumerable<PropertyPath> In(PropertyValue value, PropertyPath at) => value.Unwrapped switch
    {
        MapValue map => map.Map.SelectMany(member => In(member.Value, at.Append(member.Key))).Prepend(at),
        ListValue list => list.Items.SelectMany((item, index) => In(item, at.Append(index))).Prepend(at),
        _ => [at],
    };
}
