using Google.Protobuf.WellKnownTypes;
using Pulumi.Offline.Tests.Server;
using Pulumi.Utilities;

namespace Pulumi.Offline.Tests.Runs;

internal sealed class StackReferenceTests : ServerTest
{
    private const string Secret = """{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","value":"s"}""";

    [SetUp]
    public void AnswerReads()
        => Server.OnRead = request => new()
        {
            Urn = EngineServer.UrnOf("", request.Type, request.Name),
            Properties = Struct.Parser.ParseJson(
                $$"""{"name":"org/p/prod","outputs":{"plain":"v","hidden":{{Secret}}},"secretOutputNames":["hidden"]}"""),
        };

    [Test]
    public async Task Reference_ToStack_IsReadWithItsNameAsId()
    {
        await RunAsync(() => _ = new StackReference("ref", new StackReferenceArgs { Name = "org/p/prod" }));

        var request = Server.Reads.Single();
        Assert.That((request.Type, request.Name, request.Id), Is.EqualTo(("pulumi:pulumi:StackReference", "ref", "org/p/prod")));
        Assert.That(request.Properties.Fields["name"].StringValue, Is.EqualTo("org/p/prod"));
    }

    [Test]
    public async Task GetOutput_OfPlainSecretAndMissing_KeepsTheirState()
    {
        Output<object?>[] outputs = [];

        await RunAsync(() =>
        {
            var reference = new StackReference("org/p/prod");
            outputs = [reference.GetOutput("plain"), reference.GetOutput("hidden"), reference.GetOutput("none")];
        });

        var data = await Task.WhenAll(outputs.Select(output => output.Data));
        Assert.That(
            data.Select(one => (one.Value, one.IsKnown, one.IsSecret)),
            Is.EqualTo(new (object?, bool, bool)[] { ("v", true, false), ("s", true, true), (null, true, false) }));
    }

    [Test]
    public async Task RequireOutput_Missing_FailsProgram()
    {
        var (_, failure) = await TryAsync(() => new StackReference("org/p/prod").RequireOutput("none"));

        Assert.That(
            failure!.SourceException,
            Is.TypeOf<KeyNotFoundException>().With.Message.EqualTo("Required output 'none' does not exist on stack 'org/p/prod'."));
    }

    [Test]
    public async Task GetValueAsync_OfPlainAndSecret_ReturnsOrRefuses()
    {
        StackReference? reference = null;
        await RunAsync(() => reference = new StackReference("org/p/prod"));

        using var scope = Assert.EnterMultipleScope();
        Assert.That(await reference!.GetValueAsync("plain"), Is.EqualTo("v"));
        Assert.That(await reference.RequireValueAsync("plain"), Is.EqualTo("v"));
        Assert.That(await reference.GetValueAsync("none"), Is.Null);
        Assert.That(
            () => reference.GetValueAsync("hidden"), Throws.InvalidOperationException.With.Message.Contains("'GetOutputValueAsync'"));
        Assert.That(
            () => reference.RequireValueAsync("hidden"), Throws.InvalidOperationException.With.Message.Contains("'RequireOutput'"));
        Assert.That(() => reference.RequireValueAsync("none"), Throws.TypeOf<KeyNotFoundException>());
    }

    [Test]
    public async Task GetOutputDetailsAsync_OfPlainAndSecret_FillsOneOfThem()
    {
        StackReference? reference = null;
        await RunAsync(() => reference = new StackReference("org/p/prod"));

        var plain = await reference!.GetOutputDetailsAsync("plain");
        var secret = await reference.GetOutputDetailsAsync("hidden");
        Assert.That((plain.Value, plain.SecretValue), Is.EqualTo(((object?)"v", (object?)null)));
        Assert.That((secret.Value, secret.SecretValue), Is.EqualTo(((object?)null, (object?)"s")));
    }

    [Test]
    public async Task GetOutput_WithUnknownName_IsAsSecretAsAllOutputs()
    {
        Output<object?>? output = null;

        await RunAsync(() => output = new StackReference("org/p/prod").GetOutput(OutputUtilities.CreateUnknown("")));

        var data = await output!.Data;
        Assert.That((data.IsKnown, data.IsSecret), Is.EqualTo((false, true)));
    }
}
