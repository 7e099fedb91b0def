using CloudUpdate.Protocol.Values;
using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf.WellKnownTypes;

namespace CloudUpdate.TestKit.Generators;

/// <summary>Arbitrary <c>Struct</c>s as a broken or hostile peer might send them: signatures in wrong places, fields of wrong kinds, values without a kind.</summary>
public static class StructGenerators
{
    private static readonly string[] Keys =
        [Signatures.Key, "value", "secret", "dependencies", "hash", "text", "path", "uri", "assets", "urn", "id", "name", "type", "packageVersion", "x"];

    private static readonly string[] Texts =
    [
        Signatures.Secret, Signatures.Output, Signatures.Asset, Signatures.Archive, Signatures.ResourceReference, Signatures.ByteString,
        .. Signatures.Unknowns, "", "no signature", "not base64!", "aGk=",
    ];

    /// <summary>Such structs.</summary>
    public static Arbitrary<Struct> Structs() => Arb.From(Gen.Sized(size => Bag(Math.Min(size, 20))));

    private static Gen<Struct> Bag(int size) => Gen.Choose(0, 5).SelectMany(count => Field(size / 3).ArrayOf(count)).Select(fields =>
    {
        var bag = new Struct();
        foreach (var (key, value) in fields)
        {
            bag.Fields[key] = value;
        }

        return bag;
    });

    private static Gen<(string Key, Value Value)> Field(int size) => Gen.Elements(Keys).SelectMany(key => Any(size).Select(value => (key, value)));

    private static Gen<Value> Any(int size) => size <= 1
        ? Leaf()
        : Gen.Frequency(
            (3, Leaf()),
            (3, Bag(size).Select(Value.ForStruct)),
            (1, Gen.Choose(0, 3).SelectMany(count => Any(size / 3).ArrayOf(count)).Select(items => Value.ForList(items))));

    private static Gen<Value> Leaf() => Gen.Frequency(
        (4, Gen.Elements(Texts).Select(Value.ForString)),
        (1, Gen.Elements(true, false).Select(Value.ForBool)),
        (1, Gen.Elements(0.0, -1.5).Select(Value.ForNumber)),
        (1, Gen.Fresh(Value.ForNull)),
        (1, Gen.Fresh(() => new Value())));
}
