using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using FsCheck;
using FsCheck.Fluent;

namespace CloudUpdate.TestKit.Generators;

/// <summary>
/// Arbitrary property values, bags and paths: <c>[Property(Arbitrary = [typeof(PropertyGenerators)])]</c>.
/// Texts are valid UTF-16 and are no unknown sentinel; the rest is as wild as the encoding allows.
/// </summary>
public static class PropertyGenerators
{
    private static readonly string[] OddTexts =
        ["", " ", ".", "[", "]", "\"", "\\", "a.b", "a[0]", "ключ", "钥匙", "🙂🚀", "\u0000", "\r\n", "id", "urn", "__internal", "value", "null", "true", "0"];

    private static readonly double[] OddNumbers =
        [0, -0.0, 1e21, 0.1, 9007199254740992, -1, double.MaxValue, double.Epsilon, double.NaN, double.PositiveInfinity];

    private static readonly Gen<string> Texts =
        Gen.OneOf(Gen.Elements(OddTexts), Gen.Elements("abcXYZ_09-é漢".ToCharArray()).ArrayOf().Select(characters => new string(characters)));

    /// <summary>Values of every kind, nested.</summary>
    public static Arbitrary<PropertyValue> Values() => Arb.From(Gen.Sized(size => Value(Math.Min(size, 24))), Shrink);

    /// <summary>Bags of such values.</summary>
    public static Arbitrary<PropertyMap> Maps() => Arb.From(
        Gen.Sized(size => Map(Math.Min(size, 24))),
        map => map.Keys.Select(map.Without).Concat(map.SelectMany(member => Shrink(member.Value).Select(value => map.With(member.Key, value)))));

    /// <summary>Paths of every kind of step; no key ends in a backslash, which the notation cannot express.</summary>
    public static Arbitrary<PropertyPath> Paths() => Arb.From(
        Gen.OneOf(
            Texts.Where(text => !text.EndsWith('\\')).Select(PathSegment.Of),
            Gen.Choose(0, 3).Select(PathSegment.Of),
            Gen.Constant(PathSegment.Wildcard)).ArrayOf().Select(segments => PropertyPath.Of(segments)),
        path => Enumerable.Range(0, path.Segments.Length).Select(index => PropertyPath.Of(path.Segments.RemoveAt(index))));

    private static Gen<PropertyValue> Value(int size) => size <= 1
        ? Leaf()
        : Gen.Frequency(
            (3, Leaf()),
            (1, Items(size).Select(items => PropertyValue.Of(items))),
            (1, Map(size).Select(PropertyValue.Of)),
            (1, Value(size / 2).Select(inner => (PropertyValue)new SecretValue(inner))),
            (1, Output(size / 2)),
            (1, Archive(size / 2).Select(archive => (PropertyValue)archive)));

    private static Gen<PropertyValue[]> Items(int size) => Gen.Choose(0, 4).SelectMany(count => Value(size / 3).ArrayOf(count));

    private static Gen<PropertyMap> Map(int size) =>
        Gen.Choose(0, 4).SelectMany(count => Member(Value(size / 3)).ArrayOf(count)).Select(members => PropertyMap.Of(members));

    private static Gen<KeyValuePair<string, PropertyValue>> Member(Gen<PropertyValue> value) =>
        Texts.SelectMany(key => value.Select(held => KeyValuePair.Create(key, held)));

    private static Gen<PropertyValue> Leaf() => Gen.OneOf(
        Gen.Elements(PropertyValue.Null, PropertyValue.Unknown, PropertyValue.Of(true), PropertyValue.Of(false)),
        Gen.Elements(OddNumbers).Select(PropertyValue.Of),
        Texts.Select(PropertyValue.Of),
        Gen.Choose(0, 255).Select(number => (byte)number).ArrayOf().Select(bytes => (PropertyValue)new ByteStringValue([.. bytes])),
        Asset().Select(asset => (PropertyValue)asset),
        Reference());

    private static Gen<string?> Optional(Gen<string> texts) => Gen.OneOf(Gen.Constant<string?>(null), texts.Select(text => (string?)text));

    private static Gen<AssetValue> Asset() => Optional(Gen.Elements("ab12", "cd34")).SelectMany(hash => Gen.OneOf(
        Gen.Constant(new AssetValue(hash, AssetSource.None, null)),
        Gen.Elements(AssetSource.Text, AssetSource.Path, AssetSource.Uri)
            .SelectMany(source => Texts.Select(content => new AssetValue(hash, source, content)))));

    private static Gen<ArchiveValue> Archive(int size) => Optional(Gen.Elements("ab12", "cd34")).SelectMany(hash => Gen.OneOf(
        Gen.Constant(new ArchiveValue(hash, AssetSource.None, null, null)),
        Gen.Elements(AssetSource.Path, AssetSource.Uri).SelectMany(source => Texts.Select(content => new ArchiveValue(hash, source, content, null))),
        Members(size).Select(members => new ArchiveValue(hash, AssetSource.Assets, null, PropertyMap.Of(members)))));

    private static Gen<KeyValuePair<string, PropertyValue>[]> Members(int size)
    {
        var value = size <= 1
            ? Asset().Select(asset => (PropertyValue)asset)
            : Gen.OneOf(Asset().Select(asset => (PropertyValue)asset), Archive(size / 3).Select(archive => (PropertyValue)archive));
        return Gen.Choose(0, 3).SelectMany(count => Member(value).ArrayOf(count));
    }

    private static Gen<PropertyValue> Output(int size) =>
        from value in Gen.OneOf(Gen.Constant<PropertyValue?>(null), Value(size).Select(value => (PropertyValue?)value))
        from secret in Gen.Elements<bool?>(null, true, false)
        from dependencies in Gen.OneOf(Gen.Constant(default(ImmutableArray<string>)), Texts.ArrayOf().Select(urns => urns.ToImmutableArray()))
        select (PropertyValue)new OutputValue(value, secret, dependencies);

    private static Gen<PropertyValue> Reference() =>
        from urn in Texts
        from id in Gen.OneOf(Gen.Elements<PropertyValue?>(null, PropertyValue.Unknown), Texts.Select(text => (PropertyValue?)PropertyValue.Of(text)))
        from name in Optional(Texts)
        from type in Optional(Texts)
        from version in Optional(Texts)
        select (PropertyValue)new ResourceReferenceValue(urn, id, name, type, version);

    private static IEnumerable<PropertyValue> Shrink(PropertyValue value) => value switch
    {
        SecretValue secret => [secret.Value, .. Shrink(secret.Value).Select(inner => new SecretValue(inner))],
        ListValue list => [.. list.Items, .. list.Items.Select((_, index) => new ListValue(list.Items.RemoveAt(index)))],
        MapValue map => [.. map.Map.Values, .. map.Map.Keys.Select(key => PropertyValue.Of(map.Map.Without(key)))],
        NullValue => [],
        _ => [PropertyValue.Null],
    };
}
