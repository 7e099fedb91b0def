using CloudUpdate.Protocol.Values;
using CloudUpdate.TestKit.Generators;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace CloudUpdate.Protocol.Tests.Values;

internal sealed class PropertyPathTests
{
    [TestCase("root", "root")]
    [TestCase("root.nested", "root|nested")]
    [TestCase("root[\"key with \\\"quotes\\\"\"]", "root|key with \"quotes\"")]
    [TestCase("root[0]", "root|0#")]
    [TestCase("root.list[3].name", "root|list|3#|name")]
    [TestCase("[\"root key\"].x", "root key|x")]
    [TestCase("[0]", "0#")]
    [TestCase("a.0", "a|0")]
    [TestCase("a[\"b\\c\"]", "a|b\\c")]
    [TestCase("[\"\"]", "")]
    [TestCase("a.*", "a|*")]
    [TestCase("a[*].b", "a|*|b")]
    [TestCase("a[\"*\"]", "a|*")]
    [TestCase("a.[0]", "a|0#")]
    [TestCase("odd\"bare]key", "odd\"bare]key")]
    public void Parse_Path_GivesItsSteps(string text, string steps)
    {
        var path = PropertyPath.Parse(text);

        Assert.That(string.Join('|', path.Segments.Select(Describe)), Is.EqualTo(steps));

        static string Describe(PathSegment segment) => segment switch
        {
            KeySegment key => key.Key,
            IndexSegment index => $"{index.Index}#",
            _ => "*",
        };
    }

    [TestCase(".a")]
    [TestCase("a.")]
    [TestCase("a..b")]
    [TestCase("a[")]
    [TestCase("a[0")]
    [TestCase("a[-1]")]
    [TestCase("a[+1]")]
    [TestCase("a[x]")]
    [TestCase("a[]")]
    [TestCase("a[99999999999]")]
    [TestCase("a[\"b]")]
    [TestCase("a[\"b\"")]
    [TestCase("a[\"b\"x]")]
    public void Parse_Malformed_IsRefused(string text)
    {
        Assert.Multiple(() =>
        {
            Assert.That(PropertyPath.TryParse(text, out var path), Is.False);
            Assert.That(path, Is.Null);
            Assert.That(() => PropertyPath.Parse(text), Throws.TypeOf<FormatException>().With.Message.Contains(text));
        });
    }

    [TestCase("plain_Key9", "plain_Key9")]
    [TestCase("with-dash", "[\"with-dash\"]")]
    [TestCase("quote\"d", "[\"quote\\\"d\"]")]
    [TestCase("back\\slash", "[\"back\\slash\"]")]
    [TestCase("ключ", "[\"ключ\"]")]
    public void ToString_Key_IsQuotedOnlyWhereNeeded(string key, string text)
    {
        Assert.That(PropertyPath.OfKeys(key).ToString(), Is.EqualTo(text));
    }

    [Test]
    public void ToString_Steps_AreJoined()
    {
        var path = PropertyPath.OfKeys("a", "b c").Append(2).Append("d").Append("*");

        Assert.That(path.ToString(), Is.EqualTo("a[\"b c\"][2].d[\"*\"]"));
    }

    [Property(Arbitrary = [typeof(PropertyGenerators)])]
    public bool Parse_WhatToStringPrinted_GivesThePathBack(PropertyPath path) => PropertyPath.Parse(path.ToString()).Equals(path);

    [TestCase("tags", "tags.env", true)]
    [TestCase("tags", "tags", true)]
    [TestCase("tags.env", "tags", false)]
    [TestCase("a[*].b", "a[4].b.c", true)]
    [TestCase("a.*", "a.x", true)]
    [TestCase("a[0]", "a[*]", false)]
    [TestCase("a[0]", "a[\"0\"]", false)]
    [TestCase("b", "a", false)]
    [TestCase("", "a.b", true)]
    public void Contains_Paths_ComparesAsPrefixWithWildcards(string outer, string inner, bool expected)
    {
        Assert.That(PropertyPath.Parse(outer).Contains(PropertyPath.Parse(inner)), Is.EqualTo(expected));
    }

    [Property(Arbitrary = [typeof(PropertyGenerators)])]
    public bool Find_Everything_IsContainedAndFoundAgain(PropertyMap map, PropertyPath path) =>
        path.Find(map).All(found => path.Contains(found.Path) && Equals(found.Path.Get(map), found.Value));

    [Property(Arbitrary = [typeof(PropertyGenerators)])]
    public bool Set_ThenGet_GivesTheValue(PropertyMap map, PropertyPath path, PropertyValue value) =>
        path.Segments.IsEmpty || path.HasWildcards || path.Set(map, value) is not { } changed || value.Equals(path.Get(changed));

    [Property(Arbitrary = [typeof(PropertyGenerators)])]
    public bool Set_WhatIsThere_ChangesNothing(PropertyMap map, PropertyPath path) =>
        path.Find(map).All(found => map.Equals(found.Path.Set(map, found.Value)));

    [Property(Arbitrary = [typeof(PropertyGenerators)])]
    public bool Delete_Key_LeavesNothingThere(PropertyMap map, PropertyPath path) =>
        path.Segments is not [.., KeySegment] || !path.Find(path.Delete(map)).Any();

    [Property(Arbitrary = [typeof(PropertyGenerators)])]
    public bool Reset_ToItself_ChangesNothing(PropertyMap map, PropertyPath path) => path.Reset(map, map) is not { } reset || reset.Equals(map);

    [Property(Arbitrary = [typeof(PropertyGenerators)])]
    public bool Reset_WherePossible_MakesThePlaceEqual(PropertyMap olds, PropertyMap news, PropertyPath path) =>
        path.Reset(olds, news) is not { } reset || path.Find(reset).Select(found => found.Value).SequenceEqual(path.Find(olds).Select(found => found.Value));

    [Test]
    public void Set_MissingMaps_AreMade()
    {
        var map = PropertyPath.Parse("a.b.c").Set(PropertyMap.Empty, PropertyValue.Of("x"));

        Assert.That(map, Is.EqualTo(Bag("a", Nested("b", Nested("c", PropertyValue.Of("x"))))));
    }

    [Test]
    public void Set_InsideASecret_StaysSecret()
    {
        var map = Bag("a", PropertyValue.Secret(Nested("b", PropertyValue.Of(1))));

        Assert.That(
            PropertyPath.Parse("a.b").Set(map, PropertyValue.Of(2)),
            Is.EqualTo(Bag("a", PropertyValue.Secret(Nested("b", PropertyValue.Of(2))))));
    }

    [Test]
    public void Set_EndOfList_AppendsAndBeyondIsImpossible()
    {
        var map = Bag("a", PropertyValue.Of(["x"]));

        Assert.Multiple(() =>
        {
            Assert.That(PropertyPath.Parse("a[1]").Set(map, PropertyValue.Of("y")), Is.EqualTo(Bag("a", PropertyValue.Of(["x", "y"]))));
            Assert.That(PropertyPath.Parse("a[2]").Set(map, PropertyValue.Of("y")), Is.Null);
            Assert.That(PropertyPath.Parse("a[*]").Set(map, PropertyValue.Of("y")), Is.EqualTo(Bag("a", PropertyValue.Of(["y"]))));
            Assert.That(PropertyPath.Parse("a.b").Set(map, PropertyValue.Of("y")), Is.Null);
        });
    }

    [Test]
    public void Delete_Places_AreRemoved()
    {
        var map = PropertyMap.Of(("a", PropertyValue.Of(["x", "y"])), ("b", Nested("c", PropertyValue.Null)));

        Assert.Multiple(() =>
        {
            Assert.That(PropertyPath.Parse("a[0]").Delete(map)["a"], Is.EqualTo(PropertyValue.Of(["y"])));
            Assert.That(PropertyPath.Parse("a[*]").Delete(map)["a"], Is.EqualTo(PropertyValue.Of(Array.Empty<string>())));
            Assert.That(PropertyPath.Parse("b.c").Delete(map)["b"], Is.EqualTo(PropertyValue.Of(PropertyMap.Empty)));
            Assert.That(PropertyPath.Parse("b.missing").Delete(map), Is.EqualTo(map));
            Assert.That(PropertyPath.Parse("a.b").Delete(map), Is.EqualTo(map));
            Assert.That(PropertyPath.Root.Delete(map), Is.EqualTo(PropertyMap.Empty));
        });
    }

    [Test]
    public void Reset_Member_IsCopiedOrRemoved()
    {
        var olds = Bag("tags", Nested("env", PropertyValue.Of("old")));
        var news = Bag("tags", PropertyValue.Of(PropertyMap.Of(("env", PropertyValue.Of("new")), ("team", PropertyValue.Of("t")))));

        Assert.Multiple(() =>
        {
            Assert.That(PropertyPath.Parse("tags.env").Reset(olds, news)?["tags"].ToString(), Is.EqualTo("{env: \"old\", team: \"t\"}"));
            Assert.That(PropertyPath.Parse("tags.team").Reset(olds, news), Is.EqualTo(Bag("tags", Nested("env", PropertyValue.Of("new")))));
            Assert.That(PropertyPath.Parse("tags[*]").Reset(olds, news), Is.EqualTo(olds));
            Assert.That(PropertyPath.Parse("tags.env").Reset(olds, PropertyMap.Empty), Is.EqualTo(olds));
            Assert.That(PropertyPath.Parse("other.place").Reset(olds, PropertyMap.Empty), Is.EqualTo(PropertyMap.Empty));
        });
    }

    [Test]
    public void Reset_ListElements_AreCopiedButNeverAddedOrRemoved()
    {
        var olds = Bag("l", PropertyValue.Of(["a", "b"]));
        var news = Bag("l", PropertyValue.Of(["x", "y"]));
        var longer = Bag("l", PropertyValue.Of(["x", "y", "z"]));

        Assert.Multiple(() =>
        {
            Assert.That(PropertyPath.Parse("l[1]").Reset(olds, news), Is.EqualTo(Bag("l", PropertyValue.Of(["x", "b"]))));
            Assert.That(PropertyPath.Parse("l[*]").Reset(olds, news), Is.EqualTo(olds));
            Assert.That(PropertyPath.Parse("l[*]").Reset(olds, longer), Is.Null);
            Assert.That(PropertyPath.Parse("l[2]").Reset(olds, longer), Is.Null);
            Assert.That(PropertyPath.Parse("l[7]").Reset(olds, longer), Is.EqualTo(longer));
            Assert.That(PropertyPath.Parse("l.key").Reset(olds, news), Is.Null);
        });
    }

    private static PropertyMap Bag(string key, PropertyValue value) => PropertyMap.Of((key, value));

    private static PropertyValue Nested(string key, PropertyValue value) => PropertyValue.Of(Bag(key, value));
}
