using CloudUpdate.Protocol.Values;
using CloudUpdate.TestKit.Generators;
using Pulumi.Cli.Display.Changes;
using Pulumi.Cli.Display.Text;

namespace Pulumi.Cli.Tests.Display.Changes;

public sealed class ComparisonTests
{
    private static readonly PropertyValue s_secret = PropertyValue.Secret(PropertyValue.Of("hunter2"));

    [Test]
    public void OfMaps_EqualBags_IsNull() => Assert.That(Comparison.OfMaps(Bag(("a", 1)), Bag(("a", 1))), Is.Null);

    [Test]
    public void OfMaps_InternalKeys_AreNeverCompared() => Assert.That(Comparison.OfMaps(Bag(("__x", 1)), Bag(("__x", 2), ("__y", 1))), Is.Null);

    [Test]
    public void OfMaps_NestedLists_GoByIndex() => Assert.That(
        Print(Comparison.OfMaps(PropertyMap.Of(("l", List("a", "b", "c"))), PropertyMap.Of(("l", List("a", "x"))))!),
        Is.EqualTo("""
            ~ l: [
                ~ [1]: "b" => "x"
                - [2]: "c"
              ]
            """));

    [Test]
    public void Print_SecretOnEitherSide_MasksBoth() => Assert.That(
        Print(Comparison.OfMaps(PropertyMap.Of(("a", PropertyValue.Of("was plain")), ("b", s_secret)), PropertyMap.Of(("a", s_secret), ("b", PropertyValue.Of("is plain"))))!),
        Is.EqualTo("""
            ~ a: [secret] => [secret]
            ~ b: [secret] => [secret]
            """));

    [Test]
    public void Print_ShowSecrets_OpensThem() => Assert.That(
        Print(Comparison.OfMaps(PropertyMap.Of(("a", PropertyValue.Of("x"))), PropertyMap.Of(("a", s_secret)))!, new ValueOptions(ShowSecrets: true)),
        Is.EqualTo("""~ a: "x" => "hunter2" """.TrimEnd()));

    [Test]
    public void Print_SecretDeepInside_StaysMasked() => Assert.That(
        Print(new Nested(false, [KeyValuePair.Create<string, Change>("a", new Added(PropertyValue.Of(PropertyMap.Of(("list", PropertyValue.Of([s_secret])))), Replaces: false))])),
        Is.EqualTo("""
            + a: {
                + list: [
                    + [0]: [secret]
                  ]
              }
            """));

    [Test]
    public void Print_JsonTexts_AreComparedInside() => Assert.That(
        Print(Comparison.OfMaps(PropertyMap.Of(("p", PropertyValue.Of("""{"a":1,"b":[true]}"""))), PropertyMap.Of(("p", PropertyValue.Of("""{"a":2,"b":[true]}"""))))!),
        Is.EqualTo("""
            ~ p: (json) {
                ~ a: 1 => 2
              }
            """));

    [Test]
    public void Print_JsonAgainstPlainText_ShowsBothWhole() => Assert.That(
        Print(new Nested(false, [KeyValuePair.Create<string, Change>("p", new Updated(PropertyValue.Of("x"), PropertyValue.Of("[1]")))])),
        Is.EqualTo("""
            ~ p: "x"
              => (json) [
                  [0]: 1
              ]
            """));

    [Test]
    public void Print_LongTexts_AreCutUnlessWanted()
    {
        var change = new Nested(false, [KeyValuePair.Create<string, Change>("t", new Added(PropertyValue.Of(new string('x', 200) + "\n2\n3\n4")))]);

        Assert.Multiple(() =>
        {
            Assert.That(Print(change), Is.EqualTo($"+ t: \"{new string('x', 150)}...\\n2\\n3\\n...\""));
            Assert.That(Print(change, new ValueOptions(ShowFullOutput: true)), Is.EqualTo($"+ t: \"{new string('x', 200)}\\n2\\n3\\n4\""));
        });
    }

    [Test]
    public void Print_Hidden_ShowsNoValue() =>
        Assert.That(Print(new Nested(false, [KeyValuePair.Create<string, Change>("a", new Hidden())])), Is.EqualTo("~ a: (hidden)"));

    [FsCheck.NUnit.Property(Arbitrary = [typeof(PropertyGenerators)])]
    public void OfValues_AnyTwo_IsNullExactlyWhereTheyAreEqual(PropertyValue left, PropertyValue right)
    {
        Assert.That(Comparison.OfValues(left, left), Is.Null);
        if (!HasInternalKeys(left) && !HasInternalKeys(right))
        {
            Assert.That(Comparison.OfValues(left, right) is null, Is.EqualTo(left.Equals(right)));
        }
    }

    [FsCheck.NUnit.Property(Arbitrary = [typeof(PropertyGenerators)])]
    public void Print_AnySecret_ShowsNothingOfIt(PropertyValue around)
    {
        var value = PropertyValue.Of([around, PropertyValue.Secret(PropertyValue.Of("marked-4711"))]);
        var output = new LineBuilder();

        new ValuePrinter(new ValueOptions(ShowFullOutput: true)).Map(output, PropertyMap.Of(("a", value), ("b", PropertyValue.Secret(value))), column: 0);

        Assert.That(string.Concat(output.ToLines().Select(line => line.Text)), Does.Not.Contain("marked-4711").And.Contains("[secret]"));
    }

    private static bool HasInternalKeys(PropertyValue value) => value switch
    {
        MapValue map => map.Map.Any(member => member.Key.StartsWith("__", StringComparison.Ordinal) || HasInternalKeys(member.Value)),
        ListValue list => list.Items.Any(HasInternalKeys),
        _ => false,
    };

    private static string Print(Nested changes, ValueOptions? options = null)
    {
        var output = new LineBuilder();
        new ChangePrinter(options ?? new ValueOptions()).Members(output, changes, column: 2);
        return string.Join('\n', output.ToLines().Select(line => line.Text));
    }

    private static PropertyMap Bag(params (string Key, double Value)[] members) => PropertyMap.Of(members.Select(member => KeyValuePair.Create(member.Key, PropertyValue.Of(member.Value))));

    private static PropertyValue List(params string[] items) => PropertyValue.Of(items.AsEnumerable());
}
