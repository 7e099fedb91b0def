namespace CloudUpdate.Protocol.Values;

/// <summary>What stands at a place after an edit: a value, nothing, or the finding that the place cannot be reached.</summary>
internal readonly record struct EditResult(bool Possible, PropertyValue? Value)
{
    public static EditResult Impossible => default;

    public static EditResult Missing => new(true, null);

    public static EditResult Of(PropertyValue? value) => new(true, value);
}

internal static class PropertyPathEdit
{
    public static PropertyMap? Set(PropertyMap map, PropertyPath path, PropertyValue value) =>
        AsMap(Edit(PropertyValue.Of(map), path.Segments.AsSpan(), value));

    public static PropertyMap Delete(PropertyMap map, PropertyPath path) =>
        AsMap(Edit(PropertyValue.Of(map), path.Segments.AsSpan(), null)) ?? (path.Segments.IsEmpty ? PropertyMap.Empty : map);

    public static PropertyMap? AsMap(EditResult result) => result is { Possible: true, Value: { } value } ? (value.Unwrapped as MapValue)?.Map : null;

    /// <summary>Puts the mark of <paramref name="marked"/> around another value.</summary>
    public static PropertyValue Remark(PropertyValue? marked, PropertyValue value) => marked switch
    {
        SecretValue secret => new SecretValue(Remark(secret.Value, value)),
        OutputValue output => output with { Value = Remark(output.Value, value) },
        _ => value,
    };

    // A null value deletes.
    private static EditResult Edit(PropertyValue? current, ReadOnlySpan<PathSegment> path, PropertyValue? value)
    {
        if (path.IsEmpty)
        {
            return EditResult.Of(value);
        }

        var result = (current?.Unwrapped, path[0]) switch
        {
            (MapValue map, KeySegment key) => EditMember(map.Map, key.Key, path[1..], value),
            (MapValue map, WildcardSegment) => EditMembers(map.Map, path[1..], value),
            (ListValue list, IndexSegment index) => EditItem(list, index.Index, path[1..], value),
            (ListValue list, WildcardSegment) => EditItems(list, path[1..], value),
            (null, WildcardSegment) => EditResult.Missing,
            (null, _) when value is null => EditResult.Missing,
            (null, KeySegment key) => MakeMap(key.Key, path[1..], value),
            (null, IndexSegment { Index: 0 }) => EditItem(new ListValue([]), 0, path[1..], value),
            _ => EditResult.Impossible,
        };
        return result.Value is null ? result : EditResult.Of(Remark(current, result.Value));
    }

    private static EditResult EditMember(PropertyMap map, string key, ReadOnlySpan<PathSegment> path, PropertyValue? value)
    {
        var result = Edit(map.Get(key), path, value);
        return result.Possible ? EditResult.Of(PropertyValue.Of(map.WithOrWithout(key, result.Value))) : result;
    }

    private static EditResult MakeMap(string key, ReadOnlySpan<PathSegment> path, PropertyValue? value)
    {
        var result = Edit(null, path, value);
        return result.Value is { } made ? EditResult.Of(PropertyValue.Of(PropertyMap.Of((key, made)))) : result;
    }

    private static EditResult EditMembers(PropertyMap map, ReadOnlySpan<PathSegment> path, PropertyValue? value)
    {
        foreach (var (key, member) in map)
        {
            var result = Edit(member, path, value);
            if (!result.Possible)
            {
                return result;
            }

            map = map.WithOrWithout(key, result.Value);
        }

        return EditResult.Of(PropertyValue.Of(map));
    }

    private static EditResult EditItem(ListValue list, int index, ReadOnlySpan<PathSegment> path, PropertyValue? value)
    {
        if (index > list.Items.Length || (index == list.Items.Length && value is null))
        {
            return value is null ? EditResult.Of(list) : EditResult.Impossible;
        }

        if (index == list.Items.Length)
        {
            var appended = Edit(null, path, value);
            return appended.Value is { } made ? EditResult.Of(new ListValue(list.Items.Add(made))) : appended;
        }

        var result = Edit(list.Items[index], path, value);
        return !result.Possible ? result
            : EditResult.Of(new ListValue(result.Value is { } item ? list.Items.SetItem(index, item) : list.Items.RemoveAt(index)));
    }

    private static EditResult EditItems(ListValue list, ReadOnlySpan<PathSegment> path, PropertyValue? value)
    {
        var items = list.Items.ToBuilder();
        items.Clear();
        foreach (var item in list.Items)
        {
            var result = Edit(item, path, value);
            if (!result.Possible)
            {
                return result;
            }

            if (result.Value is { } kept)
            {
                items.Add(kept);
            }
        }

        return EditResult.Of(new ListValue(items.ToImmutable()));
    }
}
