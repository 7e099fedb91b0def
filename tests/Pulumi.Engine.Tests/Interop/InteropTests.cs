using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CloudUpdate.Protocol.Values;
using Pulumi.Engine.State;
using Pulumi.Engine.Tests.Framework;

namespace Pulumi.Engine.Tests.Interop;

/// <summary>Checklist items C27 and D33: states travel both ways.</summary>
internal sealed class InteropTests : EngineFixture
{
    [Test]
    public async Task Engine_C27_StateOfTheEngine_IsReadByTheReferenceDecoder()
    {
        await Engine.UpAsync(new TestProgram(
            new TestResource("group", "my:index:Group") { Custom = false },
            new TestResource("a") { Parent = "group" }.With("password", TestProgram.Secret("hunter2")).With("pin", TestProgram.Secret(42)).With("user", "ada"),
            new TestResource("b") { DependsOn = ["group"], DeletedWith = "a" }.With("map", TestProgram.Secret(new Dictionary<string, object?> { ["k"] = TestProgram.Secret("v"), ["n"] = null })).With("of", TestProgram.Output("a", "user")))
        {
            StackOutputs = ImmutableDictionary<string, object?>.Empty.Add("token", TestProgram.Secret("t")),
        });

        var decoder = new ReferenceDecoder(((PassphraseSecretsManager)EngineTest.Secrets).EncryptionSalt, "correct horse");
        var state = decoder.Read(await File.ReadAllTextAsync(Engine.StatePath));

        Assert.That((int)state["version"]!, Is.EqualTo(3));
        Assert.That((string)state["checkpoint"]!["stack"]!, Is.EqualTo("organization/proj/dev"));
        var deployment = state["checkpoint"]!["latest"]!;
        Assert.That((string)deployment["secrets_providers"]!["type"]!, Is.EqualTo("passphrase"));
        Assert.That((string)deployment["secrets_providers"]!["state"]!["salt"]!, Is.EqualTo(((PassphraseSecretsManager)EngineTest.Secrets).EncryptionSalt));
        var resources = deployment["resources"]!.AsArray().ToDictionary(resource => Urn.Name((string)resource!["urn"]!), resource => resource!);
        Assert.That(resources.Keys, Is.EqualTo(new[] { "proj-dev", "group", "default", "a", "b" }));
        Assert.That(Json(resources["proj-dev"]["outputs"]), Is.EqualTo("{\"token\":{\"secret\":\"t\"}}"));
        Assert.That(Json(resources["a"]["inputs"]), Is.EqualTo("{\"password\":{\"secret\":\"hunter2\"},\"pin\":{\"secret\":42},\"user\":\"ada\"}"));
        Assert.That(Json(resources["a"]["outputs"]), Is.EqualTo("{\"password\":{\"secret\":\"hunter2\"},\"pin\":{\"secret\":42},\"user\":\"ada\"}"));
        Assert.That((bool)resources["group"]["custom"]!, Is.False);
        Assert.That((string)resources["b"]["deletedWith"]!, Is.EqualTo((string)resources["a"]["urn"]!));
        Assert.That((string)resources["a"]["created"]!, Does.Match(@"^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$"));
    }

    [Test]
    public async Task Engine_C27_StateOfTheReferenceEncoder_IsReadByTheEngine()
    {
        var salt = ReferenceDecoder.NewSalt("correct horse");
        var encoder = new ReferenceDecoder(salt, "correct horse");
        var provider = $"{EngineTest.UrnOf("default", "pulumi:providers:fake")}::7a1c5f6e-6e1c-4a0e-9d2e-000000000001";
        var file = new JsonObject
        {
            ["version"] = 3,
            ["checkpoint"] = new JsonObject
            {
                ["stack"] = "organization/proj/dev",
                ["latest"] = new JsonObject
                {
                    ["manifest"] = new JsonObject { ["time"] = "2026-08-21T01:02:03.000000004Z", ["magic"] = ReferenceDecoder.Magic("v3.260.0"), ["version"] = "v3.260.0" },
                    ["secrets_providers"] = new JsonObject { ["type"] = "passphrase", ["state"] = new JsonObject { ["salt"] = salt } },
                    ["resources"] = new JsonArray(
                        new JsonObject { ["urn"] = EngineTest.RootUrn, ["custom"] = false, ["type"] = Urn.RootStackType },
                        new JsonObject { ["urn"] = provider[..provider.LastIndexOf("::", StringComparison.Ordinal)], ["custom"] = true, ["id"] = "7a1c5f6e-6e1c-4a0e-9d2e-000000000001", ["type"] = "pulumi:providers:fake" },
                        new JsonObject
                        {
                            ["urn"] = EngineTest.UrnOf("a"),
                            ["custom"] = true,
                            ["id"] = "id-a",
                            ["type"] = "fake:index:Thing",
                            ["inputs"] = new JsonObject { ["password"] = encoder.Secret("hunter2"), ["list"] = new JsonArray(encoder.Secret(new JsonArray(1, 2))) },
                            ["outputs"] = new JsonObject { ["password"] = encoder.Secret("hunter2"), ["list"] = new JsonArray(encoder.Secret(new JsonArray(1, 2))) },
                            ["parent"] = EngineTest.RootUrn,
                            ["provider"] = provider,
                        }),
                    ["metadata"] = new JsonObject(),
                },
            },
        };
        await File.WriteAllTextAsync(Engine.StatePath, file.ToJsonString());

        var entry = Engine.Entry("a");
        var run = await Engine.UpAsync(
            new TestProgram(new TestResource("a").With("password", TestProgram.Secret("hunter2")).With("list", new object?[] { TestProgram.Secret(new object?[] { 1, 2 }) })),
            options => options with { Secrets = null });

        Assert.That(entry.Inputs["password"], Is.EqualTo(PropertyValue.Secret(PropertyValue.Of("hunter2"))));
        Assert.That(entry.Inputs["list"], Is.EqualTo(PropertyValue.Of([PropertyValue.Secret(PropertyValue.Of([PropertyValue.Of(1), PropertyValue.Of(2)]))])));
        Assert.That(run.Changes, Is.EqualTo("same 2"), run.ToString());
        var written = encoder.Read(await File.ReadAllTextAsync(Engine.StatePath));
        Assert.That((string)written["checkpoint"]!["latest"]!["secrets_providers"]!["state"]!["salt"]!, Is.EqualTo(salt));
        var before = JsonNode.Parse(file.ToJsonString())!["checkpoint"]!["latest"]!["resources"]![2]!["inputs"]!;
        var after = JsonNode.Parse(await File.ReadAllTextAsync(Engine.StatePath))!["checkpoint"]!["latest"]!["resources"]![2]!["inputs"]!;
        Assert.That((string)after["password"]!["ciphertext"]!, Is.EqualTo((string)before["password"]!["ciphertext"]!), "unchanged secrets keep their bytes");
    }

    private static string Json(JsonNode? node) => node!.ToJsonString();
}
