using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace CloudUpdate.Protocol.Values;

/// <summary>
/// A place in a property bag, or several where it has wildcards: <c>root</c>, <c>root.nested</c>, <c>root[0].name</c>,
/// <c>root["key with \"quotes\""]</c>, <c>tags[*]</c>. Immutable, compared step by step.
/// </summary>
/// <remarks>Steps into secrets and outputs see through the mark; what is written inside one stays marked.</remarks>
public sealed class PropertyPath : IEquatable<PropertyPath>
{
    private PropertyPath(ImmutableArray<PathSegment> segments) => Segments = segments;

    /// <summary>The path without steps: the bag itself.</summary>
    public static PropertyPath Root { get; } = new([]);

    /// <summary>The steps, outermost first.</summary>
    public ImmutableArray<PathSegment> Segments { get; }

    /// <summary>Whether any step is a wildcard.</summary>
    public bool HasWildcards => Segments.Any(segment => segment is WildcardSegment);

    /// <summary>The top-level key; null for the root and for paths that begin with an index or a wildcard.</summary>
    public string? TopLevelKey => Segments is [KeySegment first, ..] ? first.Key : null;

    /// <summary>A path of these steps.</summary>
    public static PropertyPath Of(params IEnumerable<PathSegment> segments) => new([.. segments]);

    /// <summary>A path of these keys, one below the other.</summary>
    public static PropertyPath OfKeys(params IEnumerable<string> keys) => new([.. keys.Select(PathSegment.Of)]);

    /// <summary>Reads a path.</summary>
    /// <exception cref="FormatException">The text is no path.</exception>
    public static PropertyPath Parse(string text) =>
        new(PropertyPathParser.Parse(text, out var error) ?? throw new FormatException($"\"{text}\" is not a property path: {error}"));

    /// <summary>Reads a path; false where the text is none.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out PropertyPath? path)
    {
        path = PropertyPathParser.Parse(text, out _) is { } segments ? new PropertyPath(segments) : null;
        return path is not null;
    }

    /// <summary>This path with a key below it.</summary>
    public PropertyPath Append(string key) => new(Segments.Add(PathSegment.Of(key)));

    /// <summary>This path with an index below it.</summary>
    public PropertyPath Append(int index) => new(Segments.Add(PathSegment.Of(index)));

    /// <summary>Whether this path is a prefix of the other, its wildcards standing for any step. Every path contains itself.</summary>
    public bool Contains(PropertyPath other) =>
        Segments.Length <= other.Segments.Length && Segments.Zip(other.Segments).All(pair => pair.First.Covers(pair.Second));

    /// <summary>The value at this path, the first one where there are wildcards; null where there is none.</summary>
    public PropertyValue? Get(PropertyMap map) => Find(map).Select(found => found.Value).FirstOrDefault();

    /// <summary>Every place this path leads to, without wildcards, and what stands there.</summary>
    public IEnumerable<(PropertyPath Path, PropertyValue Value)> Find(PropertyMap map) =>
        PropertyPathSearch.Find(PropertyValue.Of(map), Root, this);

    /// <summary>The bag with the value at this path: maps on the way are made, an index at the end of a list appends, a wildcard
    /// sets every element there is.</summary>
    /// <returns>Null where the path cannot be followed: through a value that is neither list nor map, or beyond the end of a list.</returns>
    public PropertyMap? Set(PropertyMap map, PropertyValue value) => PropertyPathEdit.Set(map, this, value);

    /// <summary>The bag without what stands at this path; a removed list item closes up.</summary>
    public PropertyMap Delete(PropertyMap map) => PropertyPathEdit.Delete(map, this);

    /// <summary>The new bag with what the old one has at this path, and without what the old one lacks there: how
    /// <c>ignoreChanges</c> takes effect.</summary>
    /// <returns>Null where list elements on the way were added or removed, or where old and new differ in kind: such changes
    /// cannot be ignored.</returns>
    public PropertyMap? Reset(PropertyMap olds, PropertyMap news) => PropertyPathReset.Reset(olds, news, this);

    /// <inheritdoc/>
    public bool Equals(PropertyPath? other) => other is not null && Segments.SequenceEqual(other.Segments);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PropertyPath);

    /// <inheritdoc/>
    public override int GetHashCode() => Segments.Aggregate(17, HashCode.Combine);

    /// <summary>The path as text: keys with a character outside <c>[A-Za-z0-9_]</c> quoted. It parses back to this path, save for
    /// keys that end in a backslash, which the notation cannot express.</summary>
    public override string ToString() => string.Concat(Segments.Select((segment, position) => segment.Print(position == 0)));

    internal PropertyPath Append(PathSegment segment) => new(Segments.Add(segment));
}
