using CloudUpdate.Protocol.Values;

namespace Pulumi.Cli.Display.Changes;

/// <summary>Collects changes at paths and joins those below one map or list.</summary>
internal sealed class ChangeTree
{
    private readonly SortedDictionary<PathSegment, ChangeTree> _members = new(new SegmentOrder());
    private Change? _change;

    public void Put(PropertyPath path, Change change)
    {
        var node = this;
        foreach (var segment in path.Segments)
        {
            if (!node._members.TryGetValue(segment, out var member))
            {
                node._members[segment] = member = new ChangeTree();
            }

            node = member;
        }

        node._change = change;
    }

    /// <summary>The collected changes; null where there are none. A change of a whole map or list wins over changes inside it.</summary>
    public Change? ToChange() => _change ?? (_members.Count == 0 ? null : new Nested(
        IsList: _members.Keys.All(segment => segment is IndexSegment),
        [.. _members.Select(member => KeyValuePair.Create(Label(member.Key), member.Value.ToChange()!))]));

    private static string Label(PathSegment segment) => segment is KeySegment key ? key.Key : segment.ToString();

    private sealed class SegmentOrder : IComparer<PathSegment>
    {
        public int Compare(PathSegment? left, PathSegment? right) => (left, right) switch
        {
            (IndexSegment a, IndexSegment b) => a.Index.CompareTo(b.Index),
            _ => string.CompareOrdinal(Label(left!), Label(right!)),
        };
    }
}
