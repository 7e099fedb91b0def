using Pulumi.Engine.Monitor;

namespace Pulumi.Engine.Tests;

/// <summary>URNs, provider references and durations.</summary>
internal sealed class NamingTests
{
    [Test]
    public void Urn_LeavesTheRootStackOutOfTheTypeChain()
    {
        var root = Urn.RootStack("dev", "proj");
        var group = Urn.Create("dev", "proj", root, "my:mod:Group", "g");
        var inner = Urn.Create("dev", "proj", group, "my:mod:Inner", "i");

        Assert.That(root, Is.EqualTo("urn:pulumi:dev::proj::pulumi:pulumi:Stack::proj-dev"));
        Assert.That(group, Is.EqualTo("urn:pulumi:dev::proj::my:mod:Group::g"));
        Assert.That(Urn.Create("dev", "proj", inner, "aws:s3/bucket:Bucket", "b"), Is.EqualTo("urn:pulumi:dev::proj::my:mod:Group$my:mod:Inner$aws:s3/bucket:Bucket::b"));
    }

    [Test]
    public void Urn_MayHaveSeparatorsInItsName()
    {
        const string urn = "urn:pulumi:dev::proj::a:b:C$d:e:F::na::me$x y";

        Assert.That((Urn.Stack(urn), Urn.Project(urn), Urn.QualifiedType(urn), Urn.Type(urn), Urn.Name(urn)), Is.EqualTo(("dev", "proj", "a:b:C$d:e:F", "d:e:F", "na::me$x y")));
    }

    [TestCase("urn:pulumi:dev::proj::t")]
    [TestCase("dev::proj::t::n")]
    [TestCase("")]
    public void Urn_OfAnotherForm_IsRefused(string text)
    {
        Assert.That(Urn.IsValid(text), Is.False);
        Assert.That(() => Urn.Name(text), Throws.TypeOf<FormatException>());
    }

    [TestCase("urn:pulumi:dev::proj::pulumi:providers:aws::na::me::id", "urn:pulumi:dev::proj::pulumi:providers:aws::na::me", "id")]
    [TestCase("urn:pulumi:dev::proj::pulumi:providers:aws::name::", "urn:pulumi:dev::proj::pulumi:providers:aws::name", ProviderReference.UnknownId)]
    public void ProviderReference_IsSplitAtTheLastSeparator(string text, string urn, string id) =>
        Assert.That(ProviderReference.Parse(text), Is.EqualTo(new ProviderReference(urn, id)));

    [TestCase("urn:pulumi:dev::proj::aws:s3:Bucket::name::id")]
    [TestCase("nothing")]
    public void ProviderReference_OfAnotherForm_IsRefused(string text) =>
        Assert.That(() => ProviderReference.Parse(text), Throws.TypeOf<EngineException>());

    [TestCase("", 0)]
    [TestCase("0", 0)]
    [TestCase("5m", 300)]
    [TestCase("1h30m", 5400)]
    [TestCase("1.5s", 1.5)]
    [TestCase("250ms", 0.25)]
    public void Duration_IsRead(string text, double seconds) => Assert.That(GoDuration.ParseSeconds(text), Is.EqualTo(seconds).Within(1e-9));

    [TestCase("5")]
    [TestCase("m5")]
    [TestCase("5 m")]
    [TestCase("-5m")]
    public void Duration_OfAnotherForm_IsRefused(string text) => Assert.That(() => GoDuration.ParseSeconds(text), Throws.TypeOf<FormatException>());
}
