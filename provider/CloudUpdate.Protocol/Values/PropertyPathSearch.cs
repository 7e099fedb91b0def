namespace CloudUpdate.Protocol.Values;

internal static class PropertyPathSearch
{
    public static IEnumerable<(PropertyPath Path, PropertyValue Value)> Find(PropertyValue value, PropertyPath at, PropertyPath path)
    {
        if (at.Segments.Length == path.Segments.Length)
        {
            return [(at, value)];
        }

        return Elements(value.Unwrapped, path.Segments[at.Segments.Length])
            .SelectMany(element => Find(element.Value, at.Append(element.Segment), path));
    }

    private static IEnumerable<(PathSegment Segment, PropertyValue Value)> Elements(PropertyValue value, PathSegment segment) =>
        (value, segment) switch
        {
            (MapValue map, KeySegment key) => map.Map.Get(key.Key) is { } member ? [(key, member)] : [],
            (MapValue map, WildcardSegment) => map.Map.Select(member => (PathSegment.Of(member.Key), member.Value)),
            (ListValue list, IndexSegment index) => index.Index < list.Items.Length ? [(index, list.Items[index.Index])] : [],
            (ListValue list, WildcardSegment) => list.Items.Select((item, index) => (PathSegment.Of(index), item)),
            _ => [],
        };
}
