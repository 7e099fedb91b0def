using System.Collections.Immutable;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using Newtonsoft.Json.Linq;
using Pulumi.Engine.Events;
using Pulumi.Engine.State;
using Pulumi.Engine.Tests.Framework;

namespace Pulumi.Engine.Tests;

/// <summary>Checklist group D: state files that the Pulumi command line writes and reads.</summary>
internal sealed class StateTests : EngineFixture
{
    private const string ProviderId = "4b7a4c7e-2f5b-4c3c-9d64-0d6a7c3b9f11";

    private static readonly string ProviderUrn = EngineTest.UrnOf("default", "pulumi:providers:fake");

    [TestCase(3)]
    [TestCase(4)]
    public async Task Engine_D33_StateOfTheCommandLine_IsReadAndWrittenBackWhole(int version)
    {
        var given = CommandLineState(version);
        WriteState(given);
        Fake.Objects["id-a"] = PropertyMap.Of(("size", PropertyValue.Of(1)));
        var a = new TestResource("a")
        {
            Options = request => request.SourcePosition = new SourcePosition { Uri = new Uri(Path.Combine(Engine.Folder, "Program.cs")).AbsoluteUri, Line = 3, Column = 4 },
        };

        var run = await Engine.UpAsync(new TestProgram(a.With("size", 1)) { StackOutputs = ImmutableDictionary<string, object?>.Empty.Add("url", "http://x") });

        Assert.That(run.Changes, Is.EqualTo("same 2"), run.ToString());
        var written = Engine.StateJson();
        Assert.That((int?)written["version"], Is.EqualTo(version));
        Assert.That((string?)written["features"]?[0], Is.EqualTo(version == 4 ? "refreshBeforeUpdate" : null));
        var deployment = (JObject)written["checkpoint"]!["latest"]!;
        Assert.That((string?)deployment["manifest"]!["magic"], Is.EqualTo(SnapshotReader.Magic((string)deployment["manifest"]!["version"]!)));
        Assert.That(JToken.DeepEquals(deployment["metadata"], new JObject()), Is.True);
        var resources = (JArray)deployment["resources"]!;
        Assert.That(resources.Select(resource => (string?)resource["urn"]), Is.EqualTo(((JArray)given["checkpoint"]!["latest"]!["resources"]!).Select(resource => (string?)resource["urn"])));
        foreach (var (old, present) in ((JArray)given["checkpoint"]!["latest"]!["resources"]!).Zip(resources))
        {
            Assert.That(((JObject)present).Properties().Select(member => member.Name), Is.SupersetOf(((JObject)old).Properties().Select(member => member.Name)));
            Assert.That(JToken.DeepEquals(old["inputs"], present["inputs"]), Is.True, $"{old["inputs"]} / {present["inputs"]}");
            Assert.That(JToken.DeepEquals(old["created"], present["created"]), Is.True);
            Assert.That(JToken.DeepEquals(old["sourcePosition"], present["sourcePosition"]), Is.True);
        }

        Assert.That(JToken.DeepEquals(resources[2]["someNewKey"], new JArray(1, 2)), Is.True, "keys of later releases are kept");
    }

    [TestCase("{\"version\":3,\"checkpoint\":{\"stack\":\"organization/proj/dev\"}}")]
    [TestCase("{\"version\":0,\"checkpoint\":{\"stack\":\"organization/proj/dev\"}}")]
    [TestCase("{\"version\":3,\"checkpoint\":{\"stack\":\"organization/proj/dev\",\"latest\":null}}")]
    public void Engine_D34_StackWithoutDeployment_IsEmpty(string text)
    {
        File.WriteAllText(Engine.StatePath, text);

        Assert.That(Engine.State().Resources, Is.Empty);
    }

    [Test]
    public void Engine_D34_IndentedFileWithEscapes_IsRead()
    {
        File.WriteAllText(Engine.StatePath, CommandLineState(3).ToString(Newtonsoft.Json.Formatting.Indented).Replace("http", "\\u0068ttp", StringComparison.Ordinal));

        Assert.That(Engine.Entry("proj-dev").Outputs["url"], Is.EqualTo(PropertyValue.Of("http://x")));
    }

    [TestCase("newer", "newer than what this version")]
    [TestCase("feature", "features that are not supported by this version of the Pulumi CLI: views")]
    [TestCase("magic", "magic cookie mismatch")]
    public void Engine_D33_StateOfLaterReleases_IsRefused(string what, string message)
    {
        var state = CommandLineState(4);
        _ = what switch
        {
            "newer" => state["version"] = 5,
            "feature" => state["features"] = new JArray("refreshBeforeUpdate", "views"),
            _ => state["checkpoint"]!["latest"]!["manifest"]!["magic"] = "0000",
        };
        WriteState(state);

        Assert.That(Engine.State, Throws.TypeOf<EngineException>().With.Message.Contains(message).And.Property("Kind").EqualTo(EngineErrorKind.InvalidSnapshot));
    }

    [TestCase("order", "is not earlier in the snapshot")]
    [TestCase("provider", "is not earlier in the snapshot")]
    [TestCase("duplicate", "duplicate resource")]
    [TestCase("component", "component resource")]
    [TestCase("parent", "is not earlier in the snapshot")]
    [TestCase("deletedWith", "is not earlier in the snapshot")]
    public void Engine_D35_BrokenState_IsRefused(string what, string message)
    {
        var state = CommandLineState(3);
        var resources = (JArray)state["checkpoint"]!["latest"]!["resources"]!;
        var a = (JObject)resources[2];
        switch (what)
        {
            case "order":
                a["dependencies"] = new JArray(EngineTest.UrnOf("later"));
                break;
            case "provider":
                a["provider"] = $"{ProviderUrn}::another";
                break;
            case "duplicate":
                resources.Add(a.DeepClone());
                break;
            case "component":
                resources[0]["id"] = "x";
                break;
            case "parent":
                a["parent"] = EngineTest.UrnOf("nobody");
                break;
            default:
                a["deletedWith"] = EngineTest.UrnOf("nobody");
                break;
        }

        WriteState(state);

        Assert.That(Engine.State, Throws.TypeOf<EngineException>().With.Message.StartsWith("The Pulumi CLI encountered a snapshot integrity error.").And.Message.Contains(message));
    }

    [Test]
    public async Task Engine_D36_PendingDelete_IsCarriedOutByTheNextUp()
    {
        var state = CommandLineState(3);
        var resources = (JArray)state["checkpoint"]!["latest"]!["resources"]!;
        var old = (JObject)resources[2].DeepClone();
        old["delete"] = true;
        old["id"] = "id-old";
        resources.Add(old);
        WriteState(state);

        var run = await Engine.UpAsync(new TestResource("a").With("size", 1));

        Assert.That(run.Succeeded, Is.True, run.ToString());
        Assert.That(run.StepsOf("a"), Is.EqualTo(new[] { "same", "delete-replaced" }));
        Assert.That(Fake.Requests<DeleteRequest>("a").Single().Id, Is.EqualTo("id-old"));
        Assert.That(Engine.Entry("a").Id, Is.EqualTo("id-a"));
    }

    [TestCase(true, "Check Diff Check Create", "replace create-replacement")]
    [TestCase(false, "", "remove-pending-replace")]
    public async Task Engine_D37_PendingReplacement_IsFinishedWithoutAnotherDelete(bool stillInProgram, string calls, string steps)
    {
        var state = CommandLineState(3);
        state["checkpoint"]!["latest"]!["resources"]![2]!["pendingReplacement"] = true;
        WriteState(state);

        var run = await Engine.UpAsync(stillInProgram ? [new TestResource("a").With("size", 1)] : []);

        Assert.That(run.Succeeded, Is.True, run.ToString());
        Assert.That(Fake.Sequence("a"), Is.EqualTo(calls));
        Assert.That(string.Join(' ', run.StepsOf("a")), Is.EqualTo(steps));
        Assert.That(Engine.State().Resources.Count(resource => resource.Urn == EngineTest.UrnOf("a")), Is.EqualTo(stillInProgram ? 1 : 0));
    }

    [Test]
    public async Task Engine_D38_EachMutation_IsAnnouncedBeforeAndSavedAfter()
    {
        Fake.ReplaceKeys.Add("kind");
        var announced = new List<string>();
        Task Look(string method, string name)
        {
            var state = Engine.State();
            announced.Add($"{method} {name}: {string.Join(", ", state.PendingOperations.Select(operation => $"{operation.Kind} {Urn.Name(operation.Resource.Urn)}"))}");
            return Task.CompletedTask;
        }

        async Task<T?> Answer<T>(string method, string name)
            where T : class
        {
            await Look(method, name);
            return null;
        }

        Fake.OnCreate = request => Answer<CreateResponse>("create", request.Name);
        Fake.OnUpdate = request => Answer<UpdateResponse>("update", request.Name);
        Fake.OnDelete = request => Look("delete", request.Name);
        Fake.OnRead = request =>
        {
            _ = Look("read", request.Name);
            return null;
        };
        Fake.Objects["there"] = PropertyMap.Empty;
        TestResource[] first = [new TestResource("a").With("size", 1), new TestResource("b").With("kind", 1)];
        await Engine.UpAsync(first);

        var run = await Engine.UpAsync(
            first[0].With("size", 2), first[1].With("kind", 2), new TestResource("r") { ReadId = "there" }, new TestResource("i") { Options = request => request.ImportId = "there" });

        Assert.That(run.Succeeded, Is.True, run.ToString());
        Assert.That(announced, Is.EqualTo(new[]
        {
            "create a: Creating a", "create b: Creating b", "update a: Updating a", "create b: Creating b", "read r: Reading r", "read i: Importing i", "delete b: Deleting b",
        }));
        Assert.That(Engine.State().PendingOperations, Is.Empty);
    }

    [Test]
    public async Task Engine_D38_LeftOverOperations_AreReportedAndCreatesKept()
    {
        var state = CommandLineState(3);
        var latest = (JObject)state["checkpoint"]!["latest"]!;
        var lost = (JObject)latest["resources"]![2]!.DeepClone();
        lost["urn"] = EngineTest.UrnOf("lost");
        lost.Remove("id");
        latest["pending_operations"] = new JArray(
            new JObject { ["resource"] = lost, ["type"] = "creating" },
            new JObject { ["resource"] = latest["resources"]![2]!.DeepClone(), ["type"] = "updating" });
        WriteState(state);

        var run = await Engine.UpAsync(new TestResource("a").With("size", 1));
        var kept = Engine.State().PendingOperations;
        var cleared = await Engine.RefreshAsync(options => options with { ClearPendingCreates = true });

        var warning = run.Messages(DiagnosticSeverity.Warning).Single();
        Assert.That(warning, Does.StartWith("Attempting to deploy or update resources with 2 pending operations from previous deployment."));
        Assert.That(warning, Does.Contain($"  * {EngineTest.UrnOf("lost")}, interrupted while creating\n  * {EngineTest.UrnOf("a")}, interrupted while updating"));
        Assert.That(kept.Select(operation => operation.Resource.Urn), Is.EqualTo(new[] { EngineTest.UrnOf("lost") }));
        Assert.That(cleared.Succeeded, Is.True, cleared.ToString());
        Assert.That(Engine.State().PendingOperations, Is.Empty);
    }

    [Test]
    public async Task Engine_D39_AliasInOldState_IsAcceptedAndNormalized()
    {
        var state = CommandLineState(3);
        var resources = (JArray)state["checkpoint"]!["latest"]!["resources"]!;
        var b = (JObject)resources[2].DeepClone();
        b["urn"] = EngineTest.UrnOf("b");
        b["id"] = "id-b";
        b["dependencies"] = new JArray(EngineTest.UrnOf("former-a"));
        resources[2]["aliases"] = new JArray(EngineTest.UrnOf("former-a"));
        resources.Add(b);
        WriteState(state);

        var run = await Engine.UpAsync(new TestResource("a").With("size", 1), new TestResource("b") { DependsOn = ["a"] }.With("size", 1));

        Assert.That(run.Changes, Is.EqualTo("same 3"), run.ToString());
        Assert.That(Engine.Entry("b").Dependencies, Is.EqualTo(new[] { EngineTest.UrnOf("a") }));
        Assert.That(File.ReadAllText(Engine.StatePath), Does.Not.Contain("former-a"));
    }

    [Test]
    public void Engine_D33_SpecialValues_SurviveTheStateFile()
    {
        var outputs = PropertyMap.Of(
            ("null", PropertyValue.Null),
            ("big", PropertyValue.Of(1e21)),
            ("whole", PropertyValue.Of(1e20)),
            ("negative zero", PropertyValue.Of(-0.0)),
            ("nan", PropertyValue.Of(double.NaN)),
            ("infinite", PropertyValue.Of(double.NegativeInfinity)),
            ("fraction", PropertyValue.Of(0.1)),
            ("date", PropertyValue.Of("2026-01-02T03:04:05Z")),
            ("html", PropertyValue.Of("<a href='x'>&</a> \u2028")),
            ("reference", new ResourceReferenceValue(EngineTest.UrnOf("r"), PropertyValue.Of("id"))),
            ("asset", new AssetValue("abc", AssetSource.Path, "./x")),
            ("archive", new ArchiveValue("def", AssetSource.Assets, null, PropertyMap.Of(("f", new AssetValue("1", AssetSource.Text, "t"))))),
            ("bytes", new ByteStringValue([0xff, 0x00])),
            ("nested", PropertyValue.Of(PropertyMap.Of(("list", PropertyValue.Of([PropertyValue.Secret(PropertyValue.Of(42)), PropertyValue.Of(true)]))))),
            ("secrets", PropertyValue.Secret(PropertyValue.Of(PropertyMap.Of(("inner", PropertyValue.Secret(PropertyValue.Of("x"))))))));
        var resource = new ResourceState { Urn = EngineTest.RootUrn, Type = Urn.RootStackType, Outputs = outputs };

        Engine.Backend.Save(Engine.Stack, new SnapshotWriter(EngineTest.Secrets, new SecretCache()).WriteStackFile("s", new Snapshot { Resources = [resource] }));

        var read = Engine.State().Resources.Single().Outputs;
        foreach (var (key, value) in outputs)
        {
            Assert.That(read.Get(key)?.Equals(value), Is.True, $"{key}: {read.Get(key)}");
        }

        Assert.That(File.ReadAllText(Engine.StatePath), Does.Contain("\"whole\":100000000000000000000}").And.Contain("<a href='x'>&</a>"));
    }

    private void WriteState(JObject state) => File.WriteAllText(Engine.StatePath, state.ToString(Newtonsoft.Json.Formatting.None));

    private static JObject CommandLineState(int version)
    {
        var a = new JObject
        {
            ["urn"] = EngineTest.UrnOf("a"),
            ["custom"] = true,
            ["id"] = "id-a",
            ["type"] = "fake:index:Thing",
            ["inputs"] = new JObject { ["size"] = 1 },
            ["outputs"] = new JObject { ["size"] = 1 },
            ["parent"] = EngineTest.RootUrn,
            ["provider"] = $"{ProviderUrn}::{ProviderId}",
            ["propertyDependencies"] = new JObject { ["size"] = null },
            ["created"] = "2026-08-01T10:11:12.1234567Z",
            ["modified"] = "2026-08-01T10:11:12.1234567Z",
            ["sourcePosition"] = "project:///Program.cs#3,4",
            ["someNewKey"] = new JArray(1, 2),
        };
        a["parent"] = EngineTest.RootUrn;
        if (version == 4)
        {
            a["refreshBeforeUpdate"] = true;
        }

        var state = new JObject
        {
            ["version"] = version,
            ["checkpoint"] = new JObject
            {
                ["stack"] = "organization/proj/dev",
                ["latest"] = new JObject
                {
                    ["manifest"] = new JObject { ["time"] = "2026-08-01T10:11:12.123456789Z", ["magic"] = SnapshotReader.Magic("v3.260.0"), ["version"] = "v3.260.0" },
                    ["resources"] = new JArray(
                        new JObject
                        {
                            ["urn"] = EngineTest.RootUrn,
                            ["custom"] = false,
                            ["type"] = Urn.RootStackType,
                            ["outputs"] = new JObject { ["url"] = "http://x" },
                            ["created"] = "2026-08-01T10:11:12Z",
                            ["modified"] = "2026-08-01T10:11:12Z",
                        },
                        new JObject { ["urn"] = ProviderUrn, ["custom"] = true, ["id"] = ProviderId, ["type"] = "pulumi:providers:fake" },
                        a),
                    ["metadata"] = new JObject(),
                },
            },
        };
        if (version == 4)
        {
            state["features"] = new JArray("refreshBeforeUpdate");
        }

        return state;
    }
}
