namespace CloudUpdate.Protocol.Values;

internal static class PropertyPathReset
{
    public static PropertyMap? Reset(PropertyMap olds, PropertyMap news, PropertyPath path) =>
        PropertyPathEdit.AsMap(Reset(PropertyValue.Of(olds), PropertyValue.Of(news), path.Segments.AsSpan()));

    private static EditResult Reset(PropertyValue? old, PropertyValue? @new, ReadOnlySpan<PathSegment> path)
    {
        if (path.IsEmpty)
        {
            return EditResult.Of(old);
        }

        var result = (old?.Unwrapped, @new?.Unwrapped, path[0]) switch
        {
            (null, null, _) => EditResult.Missing,
            (null or MapValue, null or MapValue, KeySegment key) => ResetMembers(old, @new, [key.Key], path[1..]),
            (null or MapValue, null or MapValue, WildcardSegment) => ResetMembers(old, @new, [.. Keys(old), .. Keys(@new)], path[1..]),
            (ListValue olds, ListValue news, IndexSegment index) => ResetItem(olds, news, index.Index, path[1..]),
            (ListValue olds, ListValue news, WildcardSegment) => ResetItems(olds, news, path[1..]),
            _ => EditResult.Impossible,
        };
        return result.Value is null ? result : EditResult.Of(PropertyPathEdit.Remark(@new ?? old, result.Value));
    }

    private static EditResult ResetMembers(PropertyValue? old, PropertyValue? @new, IEnumerable<string> keys, ReadOnlySpan<PathSegment> path)
    {
        var news = Members(@new);
        foreach (var key in keys)
        {
            var result = Reset(Members(old).Get(key), news.Get(key), path);
            if (!result.Possible)
            {
                return result;
            }

            news = news.WithOrWithout(key, result.Value);
        }

        // A map that neither was there nor got a member is not made.
        return @new is null && news.Count == 0 ? EditResult.Missing : EditResult.Of(PropertyValue.Of(news));
    }

    private static EditResult ResetItem(ListValue olds, ListValue news, int index, ReadOnlySpan<PathSegment> path)
    {
        if (index >= olds.Items.Length && index >= news.Items.Length)
        {
            return EditResult.Of(news);
        }

        if (index >= olds.Items.Length || index >= news.Items.Length)
        {
            return EditResult.Impossible;
        }

        var result = Reset(olds.Items[index], news.Items[index], path);
        return result.Value is { } item ? EditResult.Of(new ListValue(news.Items.SetItem(index, item))) : EditResult.Impossible;
    }

    private static EditResult ResetItems(ListValue olds, ListValue news, ReadOnlySpan<PathSegment> path)
    {
        if (olds.Items.Length != news.Items.Length)
        {
            return EditResult.Impossible;
        }

        for (var index = 0; index < olds.Items.Length; index++)
        {
            if (ResetItem(olds, news, index, path) is not { Value: ListValue changed })
            {
                return EditResult.Impossible;
            }

            news = changed;
        }

        return EditResult.Of(news);
    }

    private static PropertyMap Members(PropertyValue? value) => value?.Unwrapped is MapValue map ? map.Map : PropertyMap.Empty;

    private static IEnumerable<string> Keys(PropertyValue? value) => Members(value).Keys;
}
