using System.Collections.Immutable;
using CloudUpdate.CodeGen.Tests.Support;

namespace CloudUpdate.CodeGen.Tests.Behaviour;

/// <summary>What programs see when they use generated resource classes.</summary>
internal sealed class ResourceBehaviourTests
{
    private const string Widget = """
        "inputProperties": {
          "size": { "type": "integer" },
          "kind": { "type": "string", "const": "widget" },
          "mode": { "type": "string", "default": "fast" },
          "parts": { "type": "array", "items": { "$ref": "#/types/acme:index:Part" } },
          "labels": { "type": "object", "additionalProperties": { "type": "string" } }
        },
        "requiredInputs": ["size"],
        "properties": { "size": { "type": "integer" }, "token": { "type": "string", "secret": true }, "parts": { "type": "array", "items": { "$ref": "#/types/acme:index:Part" } } },
        "required": ["size"]
        """;

    private static readonly string Schema = Schemas.Resource(Widget, Schemas.Types(Schemas.Part(""" "name": { "type": "string" }, "foo-bar": { "type": "string" } """)));

    [Test]
    public async Task Create_Arguments_TravelUnderTheirWireNames()
    {
        var run = await SdkProgram.RunAsync(Schema, """
            new Thing("one", new ThingArgs
            {
                Size = 3,
                Parts = { new PartArgs { Name = "bolt", FooBar = "x" } },
                Labels = { ["a"] = "1", ["b"] = Output.Create("2") },
            });
            """);

        Assert.Multiple(() =>
        {
            Assert.That(run.Engine.Resource.Type, Is.EqualTo("acme:index:Thing"));
            Assert.That(run.Engine.Resource.Name, Is.EqualTo("one"));
            Assert.That(run.Engine.Resource.Inputs, Is.EquivalentTo(RecordingMocks.Object(
                ("size", 3.0),
                ("kind", "widget"),
                ("mode", "fast"),
                ("parts", ImmutableArray.Create<object>(RecordingMocks.Object(("name", "bolt"), ("foo-bar", "x")))),
                ("labels", RecordingMocks.Object(("a", "1"), ("b", "2"))))));
        });
    }

    [Test]
    public async Task Create_ConstantChangedByTheProgram_ForcedBack()
    {
        var run = await SdkProgram.RunAsync(Schema, """new Thing("one", new ThingArgs { Size = 3, Kind = "other" });""");

        Assert.That(run.Engine.Resource.Inputs["kind"], Is.EqualTo("widget"));
    }

    [Test]
    public async Task Create_RequiredArgumentMissing_Fails()
    {
        var error = Assert.CatchAsync(() => SdkProgram.RunAsync(Schema, """new Thing("one", new ThingArgs());"""));

        Assert.That(error!.ToString(), Does.Contain("size").IgnoreCase.And.Contain("required"));
        await Task.CompletedTask;
    }

    [Test]
    public async Task Create_Outputs_TypedAndSecret()
    {
        var run = await SdkProgram.RunAsync(Schema, """
            var thing = new Thing("one", new ThingArgs { Size = 3, Parts = { new PartArgs { Name = "bolt" } } });
            results["size"] = await OutputUtilities.GetValueAsync(thing.Size);
            results["part"] = (await OutputUtilities.GetValueAsync(thing.Parts))[0].Name;
            results["type"] = thing.GetResourceType();
            """);

        Assert.That(run.Results, Is.EquivalentTo(new Dictionary<string, object?> { ["size"] = 3, ["part"] = "bolt", ["type"] = "acme:index:Thing" }));
    }

    [Test]
    public async Task Get_Id_ReadsTheResource()
    {
        var run = await SdkProgram.RunAsync(Schema, """
            var thing = Thing.Get("one", "thing-7");
            results["id"] = await OutputUtilities.GetValueAsync(thing.Id);
            """);

        Assert.That(run.Engine.Resource.Id, Is.EqualTo("thing-7"));
        Assert.That(run.Results["id"], Is.EqualTo("thing-7"));
    }

    [Test]
    public async Task Get_State_Sent()
    {
        var run = await SdkProgram.RunAsync(
            Schemas.Resource(""" "stateInputs": { "properties": { "region": { "type": "string" } } } """),
            """Thing.Get("one", "thing-7", new ThingState { Region = "r" });""");

        Assert.That(run.Engine.Resource.Inputs, Is.EquivalentTo(RecordingMocks.Object(("region", "r"))));
    }

    [Test]
    public async Task Provider_NonTextArguments_TravelAsJson()
    {
        var run = await SdkProgram.RunAsync(
            Schemas.Package("""
                "provider": { "inputProperties": {
                  "key": { "type": "string" }, "retries": { "type": "integer" }, "debug": { "type": "boolean" },
                  "hosts": { "type": "array", "items": { "type": "string" } }, "endpoints": { "type": "object" } } }
                """),
            """new Provider("p", new ProviderArgs { Key = "k", Retries = 3, Debug = true, Hosts = { "a", "b" }, Endpoints = { ["x"] = "y" } });""");

        Assert.That(run.Engine.Resource.Type, Is.EqualTo("pulumi:providers:acme"));
        Assert.That(
            run.Engine.Resource.Inputs.Select(input => $"{input.Key}: {((string)input.Value).Replace(" ", "", StringComparison.Ordinal)}"),
            Is.EquivalentTo(new[] { "key: k", "retries: 3", "debug: true", """hosts: ["a","b"]""", """endpoints: {"x":"y"}""" }));
    }

    [Test]
    public async Task Arguments_EnumsAndUnions_TravelAsTheirValues()
    {
        var run = await SdkProgram.RunAsync(
            Schemas.Resource(
                """
                "inputProperties": {
                  "color": { "$ref": "#/types/acme:index:Color" },
                  "level": { "$ref": "#/types/acme:index:Level" },
                  "either": { "oneOf": [{ "type": "string" }, { "type": "integer" }] },
                  "loose": { "oneOf": [{ "type": "string" }, { "$ref": "#/types/acme:index:Color" }] },
                  "any": { "$ref": "pulumi.json#/Any" }
                }
                """,
                Schemas.Types($$"""{{Schemas.Color}}, "acme:index:Level": { "type": "integer", "enum": [{ "name": "High", "value": 9 }] } """)),
            """new Thing("one", new ThingArgs { Color = Color.Red, Level = Level.High, Either = 5, Loose = Color.Green, Any = "x" });""");

        Assert.That(run.Engine.Resource.Inputs, Is.EquivalentTo(RecordingMocks.Object(
            ("color", "red"), ("level", 9.0), ("either", 5.0), ("loose", "green"), ("any", "x"))));
    }
}
