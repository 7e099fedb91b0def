using CloudUpdate.Protocol.Values;
using CloudUpdate.TestKit.Generators;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace CloudUpdate.Protocol.Tests.Values;

internal sealed class PropertyCodecTests
{
    [Property(Arbitrary = [typeof(PropertyGenerators)], MaxTest = 500)]
    public bool Decode_WhatWasEncoded_IsEqual(PropertyMap map)
    {
        var wire = Struct.Parser.ParseFrom(PropertyCodec.Encode(map)!.ToByteArray());

        return map.Equals(PropertyCodec.Decode(wire)) && map.GetHashCode() == PropertyCodec.Decode(wire)!.GetHashCode();
    }

    [Property(Arbitrary = [typeof(PropertyGenerators)])]
    public bool Encode_WhatWasDecoded_IsEqual(PropertyMap map)
    {
        var wire = PropertyCodec.Encode(map);

        return wire!.Equals(PropertyCodec.Encode(PropertyCodec.Decode(wire)));
    }

    [Property(Arbitrary = [typeof(PropertyGenerators)])]
    public bool Encode_AnyBag_LeavesNoValueWithoutAKind(PropertyMap map) => HasKinds(Value.ForStruct(PropertyCodec.Encode(map)!));

    [Property(Arbitrary = [typeof(PropertyGenerators)])]
    public bool Equals_OneMemberMore_IsFalse(PropertyMap map, PropertyValue value) => !map.Equals(map.With("one more", value)) && map.Equals(map.With([]));

    [Property(Arbitrary = [typeof(PropertyGenerators)])]
    public bool Contains_Marks_AreFoundAtAnyDepth(PropertyMap map, PropertyValue value) =>
        map.With("here", PropertyValue.Of([PropertyValue.Secret(value)])).ContainsSecrets
        && map.With("here", PropertyValue.Of(PropertyMap.Of(("in", PropertyValue.Of([value, PropertyValue.Unknown]))))).ContainsUnknowns;

    [Property(Arbitrary = [typeof(PropertyGenerators)])]
    public bool ToString_Secret_IsNeverShown(PropertyMap map) =>
        !map.With("key", PropertyValue.Secret(PropertyValue.Of(PropertyMap.Of(("k", PropertyValue.Of("hunter2")))))).ToString().Contains("hunter2", StringComparison.Ordinal);

    [Property(Arbitrary = [typeof(StructGenerators)], MaxTest = 1000)]
    public bool Decode_AnythingAtAll_IsReadOrRefused(Struct bag)
    {
        try
        {
            return PropertyCodec.Decode(PropertyCodec.Encode(PropertyCodec.Decode(bag))!) is not null;
        }
        catch (PropertyDecodingException refused)
        {
            return refused.Message.Length > 0;
        }
    }

    [Test]
    public void Decode_Absent_StaysAbsentOrIsEmpty()
    {
        Assert.Multiple(() =>
        {
            Assert.That(PropertyCodec.Decode((Struct?)null), Is.Null);
            Assert.That(PropertyCodec.DecodeOrEmpty(null), Is.EqualTo(PropertyMap.Empty));
            Assert.That(PropertyCodec.Encode((PropertyMap?)null), Is.Null);
            Assert.That(PropertyCodec.Encode(PropertyMap.Empty), Is.EqualTo(new Struct()));
        });
    }

    [TestCaseSource(typeof(Signatures), nameof(Signatures.Unknowns))]
    public void Decode_Sentinel_IsUnknownAndGoesBackAsThatOfAString(string sentinel)
    {
        var bag = new Struct { Fields = { ["a"] = Value.ForString(sentinel), ["l"] = Value.ForList(Value.ForString(sentinel)), ["s"] = Special(Signatures.Secret, ("value", Value.ForString(sentinel))) } };

        var map = PropertyCodec.Decode(bag)!;

        Assert.Multiple(() =>
        {
            Assert.That(map["a"], Is.EqualTo(PropertyValue.Unknown));
            Assert.That(map["l"], Is.EqualTo(PropertyValue.Of([PropertyValue.Unknown])));
            Assert.That(map["s"], Is.EqualTo(PropertyValue.Secret(PropertyValue.Unknown)));
            Assert.That(PropertyCodec.Encode(map)!.Fields["a"].StringValue, Is.EqualTo("04da6b54-80e4-46f7-96ec-b56ff0331ba9"));
        });
    }

    [Test]
    public void Decode_SecretWithoutValue_IsAnUnknownSecret()
    {
        Assert.That(PropertyCodec.Decode(Special(Signatures.Secret)), Is.EqualTo(PropertyValue.Secret(PropertyValue.Unknown)));
    }

    [Test]
    public void Decode_UnknownSignature_IsRefusedWithItsPlace()
    {
        var bag = new Struct { Fields = { ["a"] = Value.ForList(Special("beef")) } };

        Assert.That(
            () => PropertyCodec.Decode(bag),
            Throws.TypeOf<PropertyDecodingException>().With.Message.EqualTo("unrecognized signature 'beef' in property map for \"a[0]\""));
    }

    [TestCase(Signatures.Output, "secret", "text")]
    [TestCase(Signatures.Output, "dependencies", "text")]
    [TestCase(Signatures.ByteString, "value", "!?")]
    [TestCase(Signatures.Archive, "assets", "text")]
    [TestCase(Signatures.ResourceReference, "id", "text")]
    [TestCase(Signatures.ByteString, "other", "text")]
    public void Decode_BrokenField_IsRefusedWithoutItsValue(string signature, string field, string value)
    {
        Assert.That(
            () => PropertyCodec.Decode(Special(signature, (field, Value.ForString(value)))),
            Throws.TypeOf<PropertyDecodingException>().With.Message.Not.Contains(value));
    }

    [Test]
    public void Decode_ArchiveOfPlainValues_IsRefused()
    {
        var members = Value.ForStruct(new Struct { Fields = { ["a"] = Value.ForString("x") } });

        Assert.That(() => PropertyCodec.Decode(Special(Signatures.Archive, ("assets", members))), Throws.TypeOf<PropertyDecodingException>());
    }

    [Test]
    public void Decode_EmptyTextAndArchive_AreKnownByTheirHashAndGoBackAsTheyCame()
    {
        var text = Special(Signatures.Asset, ("hash", Value.ForString(AssetValue.EmptyTextHash)));
        var archive = Special(Signatures.Archive, ("hash", Value.ForString(ArchiveValue.EmptyArchiveHash)));
        var elided = Special(Signatures.Asset, ("hash", Value.ForString("00ff")));

        Assert.Multiple(() =>
        {
            Assert.That(PropertyCodec.Decode(text), Is.InstanceOf<AssetValue>().With.Property(nameof(AssetValue.Text)).EqualTo(""));
            Assert.That(PropertyCodec.Decode(text) is AssetValue { IsElided: false });
            Assert.That(PropertyCodec.Decode(archive) is ArchiveValue { IsElided: false, Members.Count: 0 });
            Assert.That(PropertyCodec.Decode(elided) is AssetValue { IsElided: true, Text: null });
            Assert.That(PropertyCodec.Encode(PropertyCodec.Decode(text)), Is.EqualTo(text));
            Assert.That(PropertyCodec.Encode(PropertyCodec.Decode(archive)), Is.EqualTo(archive));
            Assert.That(PropertyCodec.Encode(PropertyCodec.Decode(elided)), Is.EqualTo(elided));
        });
    }

    [Test]
    public void Decode_AssetWithEmptyOtherForms_TakesTheOneThatIsFilled()
    {
        var asset = Special(Signatures.Asset, ("text", Value.ForString("")), ("path", Value.ForString("./a")), ("uri", Value.ForString("")));

        Assert.That(PropertyCodec.Decode(asset), Is.EqualTo(new AssetValue(null, AssetSource.Path, "./a")));
    }

    [Test]
    public void SameContent_Assets_AreComparedByHash()
    {
        var whole = new AssetValue("ab", AssetSource.Text, "content");

        Assert.Multiple(() =>
        {
            Assert.That(whole.SameContent(new AssetValue("ab", AssetSource.None, null)), Is.True);
            Assert.That(whole.SameContent(new AssetValue("cd", AssetSource.Text, "content")), Is.False);
            Assert.That(whole.SameContent(new AssetValue(null, AssetSource.Text, "content")), Is.False);
            Assert.That(new ArchiveValue("ab", AssetSource.Path, "p", null).SameContent(new ArchiveValue("ab", AssetSource.None, null, null)), Is.True);
            Assert.That(new ArchiveValue("ab", AssetSource.Path, "p", null).SameContent(new ArchiveValue("cd", AssetSource.Path, "p", null)), Is.False);
        });
    }

    [Test]
    public void Decode_ReferenceId_ToldApart()
    {
        var component = Special(Signatures.ResourceReference, ("urn", Value.ForString("u")));
        var empty = Special(Signatures.ResourceReference, ("urn", Value.ForString("u")), ("id", Value.ForString("")));
        var unknown = Special(Signatures.ResourceReference, ("urn", Value.ForString("u")), ("id", Value.ForString(Signatures.UnknownString)));

        Assert.Multiple(() =>
        {
            Assert.That(PropertyCodec.Decode(component), Is.EqualTo(new ResourceReferenceValue("u", null)));
            Assert.That(PropertyCodec.Decode(empty), Is.EqualTo(new ResourceReferenceValue("u", PropertyValue.Of(""))));
            Assert.That(PropertyCodec.Decode(unknown), Is.EqualTo(new ResourceReferenceValue("u", PropertyValue.Unknown)));
        });
    }

    private static Value Special(string signature, params (string Name, Value Value)[] fields)
    {
        var bag = new Struct { Fields = { [Signatures.Key] = Value.ForString(signature) } };
        foreach (var (name, value) in fields)
        {
            bag.Fields[name] = value;
        }

        return Value.ForStruct(bag);
    }

    private static bool HasKinds(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.None => false,
        Value.KindOneofCase.StructValue => value.StructValue.Fields.Values.All(HasKinds),
        Value.KindOneofCase.ListValue => value.ListValue.Values.All(HasKinds),
        _ => true,
    };
}
