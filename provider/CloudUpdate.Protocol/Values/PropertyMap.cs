using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace CloudUpdate.Protocol.Values;

/// <summary>A property bag: immutable, keys in ordinal order, compared exactly.</summary>
public sealed class PropertyMap : IReadOnlyDictionary<string, PropertyValue>, IEquatable<PropertyMap>
{
    private readonly ImmutableSortedDictionary<string, PropertyValue> _members;

    private PropertyMap(ImmutableSortedDictionary<string, PropertyValue> members) => _members = members;

    /// <summary>The bag without members.</summary>
    public static PropertyMap Empty { get; } = new(ImmutableSortedDictionary.Create<string, PropertyValue>(StringComparer.Ordinal));

    /// <summary>A bag of these members; a later one of the same key wins.</summary>
    public static PropertyMap Of(params IEnumerable<KeyValuePair<string, PropertyValue>> members) => Empty.With(members);

    /// <summary>A bag of these members; a later one of the same key wins.</summary>
    public static PropertyMap Of(params (string Key, PropertyValue Value)[] members) =>
        Empty.With(members.Select(member => KeyValuePair.Create(member.Key, member.Value)));

    /// <inheritdoc/>
    public int Count => _members.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _members.Keys;

    /// <inheritdoc/>
    public IEnumerable<PropertyValue> Values => _members.Values;

    /// <summary>True where any member, at any depth, is unknown.</summary>
    public bool ContainsUnknowns => _members.Values.Any(value => value.ContainsUnknowns);

    /// <summary>True where any member, at any depth, is secret.</summary>
    public bool ContainsSecrets => _members.Values.Any(value => value.ContainsSecrets);

    /// <inheritdoc/>
    public PropertyValue this[string key] => _members[key];

    /// <summary>The member, or null where the key is missing (a member that is null answers <see cref="PropertyValue.Null"/>).</summary>
    public PropertyValue? Get(string key) => _members.GetValueOrDefault(key);

    /// <summary>This bag with one member set.</summary>
    public PropertyMap With(string key, PropertyValue value) => new(_members.SetItem(key, value));

    /// <summary>This bag with these members set; a later one of the same key wins.</summary>
    public PropertyMap With(IEnumerable<KeyValuePair<string, PropertyValue>> members)
    {
        var builder = _members.ToBuilder();
        foreach (var (key, value) in members)
        {
            builder[key] = value;
        }

        return new PropertyMap(builder.ToImmutable());
    }

    /// <summary>This bag without one key.</summary>
    public PropertyMap Without(string key) => new(_members.Remove(key));

    /// <summary>This bag with one member set, or without it where the value is null.</summary>
    public PropertyMap WithOrWithout(string key, PropertyValue? value) => value is null ? Without(key) : With(key, value);

    /// <summary>This bag with the members for which the predicate holds.</summary>
    public PropertyMap Where(Func<string, PropertyValue, bool> predicate) =>
        Of(_members.Where(member => predicate(member.Key, member.Value)));

    /// <summary>This bag with each value mapped.</summary>
    public PropertyMap Select(Func<string, PropertyValue, PropertyValue> map) =>
        Of(_members.Select(member => KeyValuePair.Create(member.Key, map(member.Key, member.Value))));

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _members.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out PropertyValue value) => _members.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, PropertyValue>> GetEnumerator() => _members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Same keys with equal values.</summary>
    public bool Equals(PropertyMap? other) =>
        other is not null && Count == other.Count && Keys.SequenceEqual(other.Keys) && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PropertyMap);

    /// <inheritdoc/>
    public override int GetHashCode() => _members.Aggregate(17, (hash, member) => HashCode.Combine(hash, member.Key, member.Value));

    /// <summary>The members in order, secrets masked.</summary>
    public override string ToString() => $"{{{string.Join(", ", _members.Select(member => $"{member.Key}: {member.Value}"))}}}";
}
