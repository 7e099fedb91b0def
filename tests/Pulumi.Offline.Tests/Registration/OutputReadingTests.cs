using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Acme;
using Pulumi.Acme.Outputs;
using Pulumi.Offline.Tests.Server;
using Rpc = CloudUpdate.Protocol.Rpc;

namespace Pulumi.Offline.Tests.Registration;

/// <summary>What the outputs of a resource become, by their type and what the engine answers.</summary>
internal sealed class OutputReadingTests : ServerTest
{
    private const string Unknown = "\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"";

    private enum Level
    {
        High = 7,
    }

    [Test]
    public async Task Output_OfEachType_IsRead()
    {
        await VerifyAsync("true", true);
        await VerifyAsync("1.9", 1);
        await VerifyAsync("1.9", 1.9);
        await VerifyAsync("\"a\"", "a");
        await VerifyAsync<int?>("3", 3);
        await VerifyAsync<int?>("null", null);
        await VerifyAsync("null", 0);
        await VerifyAsync("7", Level.High);
        await VerifyAsync("\"blue\"", Color.Blue);
        await VerifyAsync("\"a\"", Union<int, string>.FromT1("a"));
        await VerifyAsync("[1,2]", ImmutableArray.Create(1, 2), (one, two) => one.SequenceEqual(two));
        await VerifyAsync(
            """{"a":1,"__meta":2}""", ImmutableDictionary<string, double>.Empty.Add("a", 1), (one, two) => one.SequenceEqual(two));
        await VerifyAsync<object>("\"a\"", "a");
    }

    [Test]
    public async Task Output_OfOutputType_IsMadeByItsConstructor()
    {
        var position = await ReadAsync<Position>("""{"x":1.5}""");

        Assert.That((position.Value.X, position.Value.Y), Is.EqualTo((1.5, (double?)null)));
    }

    [Test]
    public async Task Output_OfConstructorParameterWithOtherName_TakesThatProperty()
        => Assert.That((await ReadAsync<Renamed>("""{"$ref":"r"}""")).Value.Reference, Is.EqualTo("r"));

    private static IEnumerable<TestCaseData> Mismatches
        =>
        [
            Mismatch<bool>("\"a\"", false, "Expected System.Boolean but got System.String deserializing"),
            Mismatch<int>("\"a\"", 0, "Expected System.Double but got System.String deserializing"),
            Mismatch<string>("true", null, "Expected System.String but got System.Boolean deserializing"),
            Mismatch<Color?>("true", null, "Expected System.String or System.Double but got System.Boolean deserializing"),
            Mismatch<Position>("true", null, "but got System.Boolean deserializing"),
            Mismatch<Union<int, string>>(
                "true", default(Union<int, string>), "Expected System.Int32 or System.String but got System.Boolean deserializing"),
        ];

    [TestCaseSource(nameof(Mismatches))]
    public async Task Output_OfOtherType_IsDefaultWithWarning(
        string json, Func<OutputReadingTests, string, Task<object?>> read, object? expected, string warning)
    {
        var value = await read(this, json);

        var message = Server.Messages.Single();
        using var scope = Assert.EnterMultipleScope();
        Assert.That(value, Is.EqualTo(expected));
        Assert.That(message.Severity, Is.EqualTo(Rpc.LogSeverity.Warning));
        Assert.That(message.Message, Does.Contain(warning));
        Assert.That(message.Urn, Is.EqualTo("urn:pulumi:dev::proj::t:m:Any::r"));
    }

    [TestCase("""{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","value":"s"}""", true, true)]
    [TestCase("""{"a":[{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","value":1}]}""", true, true)]
    [TestCase(Unknown, false, false)]
    [TestCase("[1," + Unknown + "]", false, false)]
    [TestCase("""{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","value":""" + Unknown + "}", false, true)]
    [TestCase("\"plain\"", true, false)]
    public async Task Output_WithUnknownOrSecretPart_IsSoAsWhole(string json, bool isKnown, bool isSecret)
    {
        var data = await ReadAsync<object>(json);

        Assert.That((data.IsKnown, data.IsSecret), Is.EqualTo((isKnown, isSecret)));
    }

    [Test]
    public async Task Output_MissingInAnswer_IsUnknownInPreviewElseDefault([Values] bool isPreview, [Values] bool succeeded)
    {
        Settings = Settings with { IsDryRun = isPreview };
        Server.OnRegister = request => new()
        {
            Urn = EngineServer.UrnOf("", request.Type, request.Name),
            Id = "id",
            Object = new Struct(),
            Result = succeeded || request.Type == "pulumi:pulumi:Stack" ? Rpc.Result.Success : Rpc.Result.Fail,
        };
        AnyResource<int>? resource = null;

        await RunAsync(() => resource = new AnyResource<int>("r"));

        var data = await resource!.Value.Data;
        Assert.That((data.IsKnown, data.Value), Is.EqualTo((!isPreview && succeeded, 0)));
    }

    [Test]
    public async Task Output_OfAResourceThatTheTargetsLeaveOut_IsUnknown()
    {
        Server.OnRegister = request => new()
        {
            Urn = EngineServer.UrnOf("", request.Type, request.Name),
            Object = new Struct(),
            Unknown = request.Name == "r",
        };
        AnyResource<int>? resource = null;

        await RunAsync(() => resource = new AnyResource<int>("r"));

        Assert.That((await resource!.Value.Data).IsKnown, Is.False);
        Assert.That((await resource.Id.Data).IsKnown, Is.False);
    }

    [Test]
    public async Task Output_OfResource_DependsOnItAndOnWhatTheEngineSays()
    {
        Server.OnRegister = request =>
        {
            var response = EngineServer.Echo(request);
            response.PropertyDependencies["value"] = new() { Urns = { "urn:pulumi:dev::proj::a:b:C::other" } };
            return response;
        };
        AnyResource<string>? resource = null;

        await RunAsync(() => resource = new AnyResource<string>("r", "v"));

        var resources = (await resource!.Value.Data).Traits.Resources;
        var urns = await Task.WhenAll(resources.Select(dependency => dependency.Urn.GetValueAsync("")));
        Assert.That(urns, Is.EquivalentTo(new[] { "urn:pulumi:dev::proj::t:m:Any::r", "urn:pulumi:dev::proj::a:b:C::other" }));
    }

    [Test]
    public async Task Output_WithOutputValue_IsOutputInOutput()
    {
        const string Fields = """ "value":1,"secret":true,"dependencies":["urn:pulumi:d::p::t::n"]""";

        var data = await ReadAsync<object>(
            $$"""{"4dabf18193072939515e22adb298388d":"d0e6a833031e9bbcd3f4e8bde6ca49a4",{{Fields}}}""");

        var inner = await ((Output<object?>)data.Value).Data;
        using var scope = Assert.EnterMultipleScope();
        Assert.That((data.IsKnown, data.IsSecret), Is.EqualTo((true, false)));
        Assert.That((inner.Value, inner.IsKnown, inner.IsSecret, inner.Traits.Resources.Count), Is.EqualTo(((object)1.0, true, true, 1)));
    }

    [Test]
    public async Task ResourceReference_OfKnownType_IsObjectThatIsLookedUp()
    {
        const string Urn = "urn:pulumi:dev::proj::acme:index:Widget::other";
        Server.OnInvoke = request => new()
        {
            Return = new Struct
            {
                Fields =
                {
                    ["urn"] = request.Args.Fields["urn"],
                    ["id"] = Value.ForString("other-id"),
                    ["state"] = Value.ForStruct(new Struct { Fields = { ["size"] = Value.ForNumber(9) } }),
                },
            },
        };

        var fields = $$""" "urn":"{{Urn}}","id":"x","packageVersion":"1.0.0" """;

        var reference = await ReadAsync<Resource>(
            $$"""{"4dabf18193072939515e22adb298388d":"5cf8f73096256a8f31e491e813e4eb8e",{{fields}}}""");

        var widget = (Widget)reference.Value;
        using var scope = Assert.EnterMultipleScope();
        Assert.That(widget.GetResourceName(), Is.EqualTo("other"));
        Assert.That((await widget.Size.Data).Value, Is.EqualTo(9));
        Assert.That((await widget.Id.Data).Value, Is.EqualTo("other-id"));
        Assert.That(Server.Invokes.Single().Tok, Is.EqualTo("pulumi:pulumi:getResource"));
        Assert.That(Server.Registrations.Select(request => request.Name), Does.Not.Contain("other"));
    }

    [Test]
    public async Task ResourceReference_OfUnknownType_HasUrnOnly()
    {
        var reference = await ReadAsync<CustomResource>(
            """{"4dabf18193072939515e22adb298388d":"5cf8f73096256a8f31e491e813e4eb8e","urn":"urn:pulumi:dev::proj::no:such:Type::n"}""");

        Assert.That((await reference.Value.Urn.Data).Value, Is.EqualTo("urn:pulumi:dev::proj::no:such:Type::n"));
    }

    [Test]
    public async Task ResourceOutput_OfTypeThatCannotBeRead_FailsInConstructor()
    {
        var (_, failure) = await TryAsync(() => _ = new AnyResource<long>("r"));

        Assert.That(
            failure!.SourceException,
            Is.TypeOf<InvalidOperationException>().With.Message.Contains("contains invalid type System.Int64"));
    }

    [Test]
    public async Task ResourceOutput_OfWrongClass_FailsResource()
    {
        Answer("""{"4dabf18193072939515e22adb298388d":"5cf8f73096256a8f31e491e813e4eb8e","urn":"urn:pulumi:dev::proj::no:such:Type::n"}""");

        var (exitCode, failure) = await TryAsync(() => _ = new AnyResource<Widget>("r"));

        Assert.That(exitCode, Is.EqualTo(32));
        Assert.That(failure!.SourceException, Is.TypeOf<InvalidCastException>());
    }

    private static TestCaseData Mismatch<T>(string json, object? expected, string warning)
    {
        Func<OutputReadingTests, string, Task<object?>> read = async (test, text) => (await test.ReadAsync<T>(text)).Value;
        return new TestCaseData(json, read, expected, warning).SetArgDisplayNames(typeof(T).Name);
    }

    private async Task VerifyAsync<T>(string json, T expected, Func<T, T, bool>? equal = null)
    {
        var data = await ReadAsync<T>(json);
        using var scope = Assert.EnterMultipleScope();
        var isEqual = equal is null ? Equals(data.Value, expected) : equal(data.Value, expected);
        Assert.That(isEqual, Is.True, $"{json} as {typeof(T)}: {data.Value}");
        Assert.That((data.IsKnown, data.IsSecret), Is.EqualTo((true, false)));
    }

    private async Task<Serialization.OutputData<T>> ReadAsync<T>(string json)
    {
        Answer(json);
        AnyResource<T>? resource = null;
        await RunAsync(() => resource = new AnyResource<T>("r"));
        return await resource!.Value.Data;
    }

    private void Answer(string json)
        => Server.OnRegister = request =>
        {
            var response = EngineServer.Echo(request);
            response.Object = new Struct { Fields = { ["value"] = Value.Parser.ParseJson(json) } };
            return response;
        };

    [OutputType]
    private sealed class Renamed
    {
        public readonly string Reference;

        [OutputConstructor]
        private Renamed([OutputConstructorParameter("$ref")] string reference) => Reference = reference;
    }
}
