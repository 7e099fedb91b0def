using Pulumi.Cli.Display.Model;
using Pulumi.Cli.Display.Text;

namespace Pulumi.Cli.Tests.Display;

public sealed class TextTests
{
    [TestCase(0, "0.00s")]
    [TestCase(0.124, "0.12s")]
    [TestCase(2.9, "2s")]
    [TestCase(90.5, "1m30s")]
    public void Precise_OfDurations_HasTwoDecimalsBelowASecond(double seconds, string expected) =>
        Assert.That(DurationText.Precise(TimeSpan.FromSeconds(seconds)), Is.EqualTo(expected));

    [TestCase(0.2, "1s")]
    [TestCase(59.1, "1m0s")]
    [TestCase(7205, "2h0m5s")]
    public void Whole_OfDurations_RoundsUp(double seconds, string expected) =>
        Assert.That(DurationText.Whole(TimeSpan.FromSeconds(seconds)), Is.EqualTo(expected));

    [TestCase(0, "now")]
    [TestCase(1, "1 second ago")]
    [TestCase(119, "1 minute ago")]
    [TestCase(7200, "2 hours ago")]
    [TestCase(864000, "10 days ago")]
    public void Ago_OfDurations_TakesTheLargestUnit(double seconds, string expected) =>
        Assert.That(DurationText.Ago(TimeSpan.FromSeconds(seconds)), Is.EqualTo(expected));

    [TestCase("plain", "plain")]
    [TestCase("<{%fg 1%}>error: <{%reset%}>x", "error: x")]
    [TestCase("\u001b[31mred\u001b[0m", "red")]
    [TestCase("\u001b]0;title\aback\rspace\b", "backspace")]
    [TestCase("tab\tand\nline", "tab\tand\nline")]
    public void PlainText_OfMessages_HasNothingATerminalActsOn(string text, string expected) => Assert.That(PlainText.Of(text), Is.EqualTo(expected));

    [TestCase("aws:s3/bucket:Bucket", "aws:s3:Bucket")]
    [TestCase("aws:s3/other:Bucket", "aws:s3/other:Bucket")]
    [TestCase("cloudupdate:css:VpcEndpointConnection", "cloudupdate:css:VpcEndpointConnection")]
    [TestCase("just text", "just text")]
    public void Shorten_OfTypes_DropsTheRepetition(string type, string expected) => Assert.That(TypeText.Shorten(type), Is.EqualTo(expected));

    [Test]
    public void Align_WideCharacters_CountTwoColumns() => Assert.That(
        Columns.Align([[Line.Of("名前"), Line.Of("x")], [Line.Of("abcd"), Line.Of("y")], [Line.Of("a line of its own")]]).Select(line => line.Text),
        Is.EqualTo(new[] { "名前  x", "abcd  y", "a line of its own" }));

    [Test]
    public void Tree_ParentsThatAreNotThere_GiveTheirPlaceToTheStack()
    {
        var stack = Row("urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev", string.Empty);
        var orphan = Row("urn:pulumi:dev::p::a:b:C::x", "urn:pulumi:dev::p::a:b:Gone::g");

        var trees = ResourceTree.Of([orphan, stack]);

        Assert.That(trees.Single().Children.Single().Row, Is.EqualTo(orphan));
    }

    private static ResourceRow Row(string urn, string parent)
    {
        var state = new Engine.State.ResourceState { Urn = urn, Type = Engine.Urn.Type(urn), Parent = parent };
        return new ResourceRow(urn).Begin(
            new Engine.Events.StepMetadata { Operation = Engine.Events.StepOperation.Create, Urn = urn, Type = state.Type, New = state }, DateTimeOffset.UnixEpoch);
    }
}
