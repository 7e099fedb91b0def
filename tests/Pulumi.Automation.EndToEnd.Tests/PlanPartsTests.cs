using CloudUpdate.Pipeline.Plans;

namespace Pulumi.Automation.EndToEnd.Tests;

internal sealed class PlanPartsTests
{
    private static readonly Dictionary<string, object> s_bag = new()
    {
        ["plain"] = 5L,
        ["outer"] = new Dictionary<string, object?> { ["a b"] = "quoted", ["x"] = null },
        ["list"] = new object?[] { new Dictionary<string, object?> { ["name"] = "first" }, "04da6b54-80e4-46f7-96ec-b56ff0331ba9" },
        ["secret"] = new Dictionary<string, object?> { ["4dabf18193072939515e22adb298388d"] = "1b47061264138c4ac30d75fd1eb44270", ["ciphertext"] = "[secret]" },
    };

    [TestCase("plain", 5L)]
    [TestCase("outer[\"a b\"]", "quoted")]
    [TestCase("outer.x", null)]
    [TestCase("outer.missing.deeper", null)]
    [TestCase("list[0].name", "first")]
    [TestCase("list[1]", "[unknown]")]
    [TestCase("list[2]", null)]
    [TestCase("plain.below", null)]
    [TestCase("secret", "[secret]")]
    [TestCase("nowhere", null)]
    public void Value_AtAPath_IsFoundOrNull(string path, object? expected) => Assert.That(ValueAt.Path(s_bag, path), Is.EqualTo(expected));

    [Test]
    public void Value_ThatHoldsASecretAndAnUnknown_ShowsBothByWords()
    {
        var list = ValueAt.Readable(new object?[] { s_bag["secret"], new Dictionary<string, object?> { ["id"] = "04da6b54-80e4-46f7-96ec-b56ff0331ba9" } });

        Assert.That(list, Is.EqualTo(new object?[] { "[secret]", new Dictionary<string, object?> { ["id"] = "[unknown]" } }));
    }

    [TestCase("adopting endpoint group 'x' changes trafficDialPercentage: 100 => 85", "trafficDialPercentage", 100L, 85L)]
    [TestCase("adopting cluster x changes description: \"a: b => c\" => \"d\"", "description", "a: b => c", "d")]
    [TestCase("adopting cluster x changes tags.owner: (none) => \"ada\"", "tags.owner", null, "ada")]
    [TestCase("adopting cluster x changes folder: \"C:\\new \"x\"\" => (known after apply)", "folder", "C:\\new \"x\"", "[unknown]")]
    [TestCase("adopting cluster x changes publicAccessEnabled: false => true", "publicAccessEnabled", false, true)]
    [TestCase("adopting cluster x changes secret: [secret] => [secret]", "secret", "[secret]", "[secret]")]
    public void Line_OfAnAdoption_GivesTheChange(string line, string path, object? old, object? @new) =>
        Assert.That(AdoptionLine.Parse(line)?.Property, Is.EqualTo(new PlannedProperty(path, old, @new, false)));

    [Test]
    public void Line_OfAnAdoptionThatChangesNothing_IsOneWithoutAChange() =>
        Assert.That(AdoptionLine.Parse("adopting cluster x changes nothing"), Is.EqualTo(new AdoptionLine(Property: null)));

    [TestCase("creating cluster x")]
    [TestCase("the program prints: adopting cluster x changes nothing much")]
    public void Line_AboutSomethingElse_IsNone(string line) => Assert.That(AdoptionLine.Parse(line), Is.Null);
}
