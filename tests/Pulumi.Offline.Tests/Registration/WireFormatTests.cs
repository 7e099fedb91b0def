using System.Collections.Immutable;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Newtonsoft.Json.Linq;
using Pulumi.Acme;
using Pulumi.Acme.Inputs;
using Pulumi.Offline.Tests.Server;
using Pulumi.Utilities;

namespace Pulumi.Offline.Tests.Registration;

/// <summary>What each value that a program may give looks like on the wire.</summary>
internal sealed class WireFormatTests : ServerTest
{
    private const string Unknown = "\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"";

    private const string Path = "resource:r[t:m:Any].value";

    private enum Level
    {
        High = 7,
    }

    private static IEnumerable<TestCaseData> Values
        =>
        [
            Case("Null", () => null, null),
            Case("ValueTuple", () => default(ValueTuple), null),
            Case("True", () => true, "true"),
            Case("Int32", () => int.MaxValue, "2147483647"),
            Case("Double", () => 0.1, "0.1"),
            Case("String", () => "ü😀", "\"ü😀\""),
            Case("EmptyString", () => "", "\"\""),
            Case("Array", () => new object?[] { 1, null, "a" }, """[1,null,"a"]"""),
            Case("DefaultImmutableArray", () => default(ImmutableArray<string>), "[]"),
            Case("DictionaryWithNull", () => new Dictionary<string, object?> { ["a"] = 1, ["b"] = null }, """{"a":1}"""),
            Case("Enum", () => Level.High, "7"),
            Case("EnumStruct", () => Color.Blue, "\"blue\""),
            Case("Args", () => new PositionArgs { X = 1.5 }, """{"x":1.5}"""),
            Case("Union", () => Union<int, string>.FromT1("b"), "\"b\""),
            Case("Input", () => (Input<int>)1, "1"),
            Case("OutputType", () => new Pair("l", null), """{"left":"l","right":null}"""),
            Case("UnknownOutput", () => OutputUtilities.CreateUnknown(1), Unknown),
            Case("SecretOutput", () => Output.CreateSecret("s"), Secret("\"s\"")),
            Case("SecretNull", () => Output.CreateSecret((string?)null), Secret("null")),
            Case("UnknownSecret", () => Output.CreateSecret(OutputUtilities.CreateUnknown("s")), Unknown),
            Case("NestedSecret", () => Output.Create(new[] { Output.CreateSecret(1), Output.Create(2) }), $"[{Secret("1")},2]"),
            Case("ListWithUnknown", () => new InputList<int> { 1, OutputUtilities.CreateUnknown(2) }, $"[1,{Unknown}]"),
            Case(
                "MapWithSecret",
                () => new InputMap<int> { { "a", 1 }, { "b", Output.CreateSecret(2) } },
                $$"""{"a":1,"b":{{Secret("2")}}}"""),
            Case("UnknownList", () => (InputList<int>)OutputUtilities.CreateUnknown(ImmutableArray<int>.Empty), Unknown),
        ];

    [TestCaseSource(nameof(Values))]
    public async Task Input_OfKind_IsWritten(Func<object?> create, string? expected)
    {
        await RunAsync(() => _ = new AnyResource<object>("r", create()));

        AssertWritten(Server.Registration("r").Object, expected);
    }

    private static IEnumerable<TestCaseData> Refused
        =>
        [
            new TestCaseData((object)1L, $"System.Int64 is not a supported argument type.\n\t{Path}"),
            new TestCaseData(
                Task.FromResult(1), $"Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:\n\t{Path}"),
            new TestCaseData(new object[] { DateTime.UnixEpoch }, $"System.DateTime is not a supported argument type.\n\t{Path}[0]"),
            new TestCaseData(new Dictionary<int, int> { [1] = 1 }, $"Dictionaries are only supported with string keys:\n\t{Path}"),
        ];

    [TestCaseSource(nameof(Refused))]
    public async Task Input_OfUnsupportedType_FailsProgram(object value, string message)
    {
        var (exitCode, failure) = await TryAsync(() => _ = new AnyResource<object>("r", value));

        using var scope = Assert.EnterMultipleScope();
        Assert.That(exitCode, Is.EqualTo(32));
        Assert.That(
            failure!.SourceException,
            Is.TypeOf<InvalidOperationException>().With.Message.EqualTo($"error serializing property \"value\": {message}"));
        Assert.That(Server.Registrations.Select(request => request.Name), Does.Not.Contain("r"));
    }

    [Test]
    public async Task Input_OfResources_IsReferenceIfUnderstoodElseIdOrUrn([Values] bool understood)
    {
        Server.Supports = feature => feature != "resourceReferences" || understood;

        await RunAsync(() =>
        {
            var custom = new AnyResource<object>("c");
            var component = new AnyComponent("k");
            _ = new AnyResource<object>("r", new object[] { custom, component });
        });

        const string Custom = "urn:pulumi:dev::proj::t:m:Any::c";
        const string Component = "urn:pulumi:dev::proj::t:m:Component::k";
        AssertWritten(Server.Registration("r").Object, understood
            ? $$"""[{{Reference(Custom, "c-id")}},{{Reference(Component)}}]"""
            : $"""["c-id","{Component}"]""");
        Assert.That(Server.Registration("r").Dependencies, Is.EqualTo(new[] { Custom }));
    }

    [Test]
    public async Task Input_OfResourceWithoutId_HasEmptyId()
    {
        Settings = Settings with { IsDryRun = true };
        Server.OnRegister = request => new() { Urn = EngineServer.UrnOf("", request.Type, request.Name), Object = new Struct() };

        await RunAsync(() => _ = new AnyResource<object>("r", new AnyResource<object>("c")));

        AssertWritten(Server.Registration("r").Object, Reference("urn:pulumi:dev::proj::t:m:Any::c", ""));
    }

    [Test]
    public async Task RemoteComponentInput_OfOutputs_KeepsTraits()
    {
        await RunAsync(() =>
        {
            var other = new AnyResource<string>("o", "v");
            _ = new AnyComponent(
                "k",
                new object[] { Output.Create(1), other.Value, Output.CreateSecret(2), OutputUtilities.CreateUnknown(3), other },
                remote: true);
        });

        const string Other = "urn:pulumi:dev::proj::t:m:Any::o";
        var request = Server.Registration("k");
        var dependent = OutputValue($""" "value":"v","dependencies":["{Other}"]""");
        var secret = OutputValue(""" "value":2,"secret":true""");
        AssertWritten(request.Object, $"[1,{dependent},{secret},{OutputValue(null)},{Reference(Other, "o-id")}]");
        using var scope = Assert.EnterMultipleScope();
        Assert.That((request.Remote, request.Custom), Is.EqualTo((true, false)));
        Assert.That(request.PropertyDependencies["value"].Urns, Is.EqualTo(new[] { Other }));
    }

    [Test]
    public async Task RemoteComponentInput_OfResourceAlone_IsNoDependency()
    {
        await RunAsync(() => _ = new AnyComponent("k", new AnyResource<string>("o"), remote: true));

        Assert.That(Server.Registration("k").PropertyDependencies["value"].Urns, Is.Empty);
    }

    [Test]
    public async Task ProviderInput_ThatIsJson_IsText()
    {
        await RunAsync(() =>
        {
            _ = new Provider("plain", new ProviderArgs { MaxRetries = 3, Endpoints = { { "a", "x" } } });
            _ = new Provider("secret", new ProviderArgs { Endpoints = { { "a", Output.CreateSecret("x") } } });
            _ = new Provider("unknown", new ProviderArgs { MaxRetries = OutputUtilities.CreateUnknown(3) });
        });

        using var scope = Assert.EnterMultipleScope();
        Assert.That(Server.Registration("plain").Object.Fields["maxRetries"].StringValue, Is.EqualTo("3"));
        Assert.That(Server.Registration("plain").Object.Fields["endpoints"].StringValue, Is.EqualTo("""{ "a": "x" }"""));
        Assert.That(
            Server.Registration("secret").Object.Fields["endpoints"].StructValue.Fields["value"].StringValue,
            Is.EqualTo("""{ "a": "x" }"""));
        Assert.That($"\"{Server.Registration("unknown").Object.Fields["maxRetries"].StringValue}\"", Is.EqualTo(Unknown));
    }

    [Test]
    public async Task RequiredInput_Missing_FailsProgramWithItsName()
    {
        var (exitCode, failure) = await TryAsync(() => _ = new Widget("w", new WidgetArgs()));

        using var scope = Assert.EnterMultipleScope();
        Assert.That(exitCode, Is.EqualTo(32));
        Assert.That(
            failure!.SourceException,
            Is.TypeOf<ArgumentNullException>().With.Message.Contains(
                "[Input] Pulumi.Acme.WidgetArgs.Size is required but was not given a value"));
    }

    private static TestCaseData Case(string name, Func<object?> create, string? expected)
        => new TestCaseData(create, expected).SetArgDisplayNames(name);

    private static string Special(string signature, string fields)
        => $$"""{"4dabf18193072939515e22adb298388d":"{{signature}}"{{fields}}}""";

    private static string Secret(string value) => Special("1b47061264138c4ac30d75fd1eb44270", $",\"value\":{value}");

    private static string OutputValue(string? fields) => Special("d0e6a833031e9bbcd3f4e8bde6ca49a4", fields is null ? "" : $",{fields}");

    private static string Reference(string urn, string? id = null)
        => Special("5cf8f73096256a8f31e491e813e4eb8e", $",\"urn\":\"{urn}\"{(id is null ? "" : $",\"id\":\"{id}\"")}");

    private static void AssertWritten(Struct inputs, string? expected)
    {
        var written = inputs.Fields.TryGetValue("value", out var value) ? JToken.Parse(JsonFormatter.Default.Format(value)) : null;
        Assert.That(JToken.DeepEquals(written, expected is null ? null : JToken.Parse(expected)), Is.True, $"{written}");
    }

    [OutputType]
    private sealed class Pair(string left, string? right)
    {
        public readonly string Left = left;
        public readonly string? Right = right;
    }
}
