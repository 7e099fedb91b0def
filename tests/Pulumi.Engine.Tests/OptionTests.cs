using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using Grpc.Core;
using Pulumi.Engine.Config;
using Pulumi.Engine.Events;
using Pulumi.Engine.State;
using Pulumi.Engine.Tests.Framework;

namespace Pulumi.Engine.Tests;

/// <summary>Checklist group G: resource options and providers.</summary>
internal sealed class OptionTests : EngineFixture
{
    private static readonly TestResource A = new TestResource("a").With("size", 1);

    private static readonly TestResource Provider = new TestResource("explicit", "pulumi:providers:fake").With("region", "r1");

    [Test]
    public async Task Engine_G51_Protected_RefusesDelete()
    {
        var protectedA = A with { Options = request => request.Protect = true };
        await Engine.UpAsync(protectedA, new TestResource("b"));

        var run = await Engine.UpAsync();

        Assert.That(run.Succeeded, Is.False);
        Assert.That(run.Errors[0], Is.EqualTo(
            $"resource \"{EngineTest.UrnOf("a")}\" cannot be deleted\nbecause it is protected. To unprotect the resource, either remove the `protect` flag " +
            $"from the resource in your Pulumi program and run `pulumi up`, or use the command:\n`pulumi state unprotect '{EngineTest.UrnOf("a")}'`"));
        Assert.That(Fake.CallsOf("Delete").Select(call => call.Name), Is.EqualTo(new[] { "b" }));
        Assert.That(Engine.Entry("a").Protect, Is.True);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Engine_G51_Protected_RefusesReplacement(bool preview)
    {
        Fake.ReplaceKeys.Add("size");
        var protectedA = A with { Options = request => request.Protect = true };
        await Engine.UpAsync(protectedA);

        var run = preview ? await Engine.PreviewAsync(protectedA.With("size", 2), new TestResource("b")) : await Engine.UpAsync(protectedA.With("size", 2), new TestResource("b"));

        Assert.That(run.Succeeded, Is.False);
        Assert.That(run.Errors[0], Does.StartWith($"unable to replace resource \"{EngineTest.UrnOf("a")}\"\nas it is currently marked for protection."));
        Assert.That(run.Steps.Contains("create b"), Is.EqualTo(preview), "a preview goes on");
    }

    [Test]
    public async Task Engine_G51_UnprotectedInTheProgram_IsThenRemoved()
    {
        await Engine.UpAsync(A with { Options = request => request.Protect = true });
        await Engine.UpAsync(A);

        var run = await Engine.UpAsync();

        Assert.That(run.Succeeded, Is.True, run.ToString());
        Assert.That(Fake.Objects, Is.Empty);
    }

    [Test]
    public async Task Engine_G51_Protect_IsInheritedUnlessTheChildSaysOtherwise()
    {
        var group = new TestResource("group", "my:index:Group") { Custom = false, Options = request => request.Protect = true };

        await Engine.UpAsync(group, A with { Parent = "group" }, new TestResource("b") { Parent = "group", Options = request => request.Protect = false });

        Assert.That(Engine.Entry("a").Protect, Is.True);
        Assert.That(Engine.Entry("b").Protect, Is.False);
    }

    [Test]
    public async Task Engine_G51_WhatAProtectedResourceNeeds_Stays()
    {
        await Engine.UpAsync(new TestResource("base"), A with { DependsOn = ["base"], Options = request => request.Protect = true }, new TestResource("other"));

        var run = await Engine.DestroyAsync();

        Assert.That(run.Succeeded, Is.False);
        Assert.That(Engine.State().Resources.Select(resource => Urn.Name(resource.Urn)), Is.EqualTo(new[] { "proj-dev", "default", "base", "a" }));
    }

    [Test]
    public async Task Engine_G52_RetainOnDelete_DropsTheEntryOnly()
    {
        await Engine.UpAsync(A with { Options = request => request.RetainOnDelete = true });

        var run = await Engine.UpAsync();

        Assert.That(run.Succeeded, Is.True, run.ToString());
        Assert.That(run.StepsOf("a"), Is.EqualTo(new[] { "delete" }));
        Assert.That(Fake.CallsOf("Delete"), Is.Empty);
        Assert.That(Engine.State().Resources.Any(resource => resource.Custom && Urn.Name(resource.Urn) == "a"), Is.False);
    }

    [Test]
    public async Task Engine_G53_DeletedWith_GoesWithTheOther()
    {
        await Engine.UpAsync(new TestResource("owner"), A with { DeletedWith = "owner" }, new TestResource("b") { DeletedWith = "owner" });

        var alone = await Engine.UpAsync(new TestResource("owner"), A with { DeletedWith = "owner" });
        var deletes = Fake.CallsOf("Delete").Select(call => call.Name).ToList();
        Fake.Calls.Clear();
        var together = await Engine.UpAsync();

        Assert.That(alone.Succeeded && together.Succeeded, Is.True, together.ToString());
        Assert.That(deletes, Is.EqualTo(new[] { "b" }));
        Assert.That(Fake.CallsOf("Delete").Select(call => call.Name), Is.EqualTo(new[] { "owner" }));
    }

    [Test]
    public async Task Engine_G53_ReplacedOwner_ReplacesWhatIsDeletedWithIt()
    {
        Fake.ReplaceKeys.Add("size");
        var owner = new TestResource("owner").With("size", 1);
        await Engine.UpAsync(owner, A with { DeletedWith = "owner" });
        Fake.Calls.Clear();

        var run = await Engine.UpAsync(owner.With("size", 2), A with { DeletedWith = "owner" });

        Assert.That(run.Succeeded, Is.True, run.ToString());
        Assert.That(Fake.Sequence("a"), Is.EqualTo("Check Check Create"), "neither compared, nor deleted beside its owner");
        Assert.That(run.Step("a", StepOperation.Replace).ReplaceKeys, Is.EqualTo(new[] { "deletedWith" }));
    }

    [Test]
    public async Task Engine_G53_OwnerThatStaysBesideItsReplacement_TakesNothingWithIt()
    {
        Fake.ReplaceKeys.Add("size");
        var owner = new TestResource("owner").With("size", 1);
        await Engine.UpAsync(owner with { Options = request => request.RetainOnDelete = true }, A with { DeletedWith = "owner" });
        Fake.OnDelete = _ => throw FakeProvider.Error(StatusCode.Aborted, "busy");
        var busy = await Engine.UpAsync(owner.With("size", 2));
        Fake.OnDelete = null;
        Fake.Calls.Clear();

        var run = await Engine.DestroyAsync();

        Assert.That(busy.Succeeded, Is.False);
        Assert.That(run.Succeeded, Is.True, run.ToString());
        Assert.That(Fake.CallsOf("Delete").Select(call => call.Name), Is.EquivalentTo(new[] { "a", "owner" }), "the replacement goes; what belongs to the object that stays is deleted by itself");
    }

    [Test]
    public async Task Engine_G53_ReplacementThatStays_KeepsItsOwnBesideTheOldOwner()
    {
        Fake.ReplaceKeys.Add("size");
        var owner = new TestResource("owner").With("size", 1);
        var needing = new TestResource("needing") { DependsOn = ["owner"], Options = request => request.Protect = true };
        await Engine.UpAsync(owner, needing);
        await Engine.UpAsync(owner.With("size", 2), A with { DeletedWith = "owner" });
        Fake.Calls.Clear();

        var run = await Engine.UpAsync(owner.With("size", 2));

        Assert.That(run.Succeeded, Is.False, "what is protected stays");
        Assert.That(Fake.CallsOf("Delete").Select(call => call.Name), Does.Contain("a"));
    }

    [Test]
    public async Task Engine_G54_IgnoreChanges_TakesValuesOfOldInputs()
    {
        static Dictionary<string, object?> Tags(string env, string team) => new() { ["env"] = env, ["team"] = team };
        var ignoring = new TestResource("a") { Options = request => request.IgnoreChanges.AddRange(["tags.env", "list[1]", "unparsable[", "none"]) };
        await Engine.UpAsync(ignoring.With("tags", Tags("dev", "x")).With("list", new object?[] { 1, 2 }));
        Fake.OnRead = null;

        await Engine.UpAsync(ignoring.With("tags", Tags("prod", "y")).With("list", new object?[] { 3, 4 }).With("none", 1));

        var news = PropertyCodec.Decode(Fake.Requests<CheckRequest>("a")[1].News)!;
        Assert.That(news["tags"], Is.EqualTo(PropertyValue.Of(PropertyMap.Of(("env", PropertyValue.Of("dev")), ("team", PropertyValue.Of("y"))))));
        Assert.That(news["list"], Is.EqualTo(PropertyValue.Of([PropertyValue.Of(3), PropertyValue.Of(2)])));
        Assert.That(news.ContainsKey("none"), Is.False);
        Assert.That(Fake.Requests<DiffRequest>("a").Single().IgnoreChanges, Is.EqualTo(new[] { "tags.env", "list[1]", "unparsable[", "none" }));
    }

    [Test]
    public async Task Engine_G54_IgnoreChangesEverywhere_AndUnresolvablePath()
    {
        var all = A with { Options = request => request.IgnoreChanges.Add("*") };
        await Engine.UpAsync(all);
        var run = await Engine.UpAsync(all.With("size", 2).With("more", 3));
        var list = new TestResource("l") { Options = request => request.IgnoreChanges.Add("list[1].name") };
        await Engine.UpAsync(list.With("list", new object?[] { 1 }));

        var impossible = await Engine.UpAsync(list.With("list", new object?[] { 1, 2 }));

        Assert.That(run.Changes, Is.EqualTo("same 2"), run.ToString());
        Assert.That(impossible.Messages(DiagnosticSeverity.Info), Does.Contain("cannot ignore changes in added or removed elements of the path: \"list[1].name\""));
    }

    [Test]
    public async Task Engine_G54_Replacement_IgnoresIgnoreChanges()
    {
        Fake.ReplaceKeys.Add("size");
        var resource = A with { Options = request => request.IgnoreChanges.Add("name") };
        await Engine.UpAsync(resource.With("name", "old"));

        await Engine.UpAsync(resource.With("name", "new").With("size", 2));

        Assert.That(Engine.Entry("a").Inputs["name"], Is.EqualTo(PropertyValue.Of("new")));
    }

    [TestCase("a", "replace")]
    [TestCase("a.b[0]", "replace")]
    [TestCase("*", "replace")]
    [TestCase("a.c", "update")]
    public async Task Engine_G55_ReplaceOnChanges_MatchesWhatItContains(string path, string operation)
    {
        var resource = A with { Options = request => request.ReplaceOnChanges.Add(path) };
        await Engine.UpAsync(resource);
        Fake.OnDiff = _ => new DiffResponse
        {
            Changes = DiffResponse.Types.DiffChanges.DiffSome,
            HasDetailedDiff = true,
            DetailedDiff = { ["a.b[0]"] = new PropertyDiff { Kind = PropertyDiff.Types.Kind.Update } },
        };

        var run = await Engine.UpAsync(resource.With("size", 2));

        Assert.That(run.StepsOf("a"), Contains.Item(operation));
    }

    [Test]
    public async Task Engine_G55_ReplaceOnChanges_NeedsADifference()
    {
        var resource = A with { Options = request => request.ReplaceOnChanges.Add("*") };
        await Engine.UpAsync(resource);
        Fake.OnDiff = _ => new DiffResponse { Changes = DiffResponse.Types.DiffChanges.DiffNone, HasDetailedDiff = true, DetailedDiff = { ["size"] = new PropertyDiff() } };

        Assert.That((await Engine.UpAsync(resource.With("size", 2))).StepsOf("a"), Is.EqualTo(new[] { "same" }));
    }

    [Test]
    public async Task Engine_G56_Import_ReadsAndThenUpdatesWhatDiffers()
    {
        Fake.Objects["there"] = PropertyMap.Of(("size", PropertyValue.Of(7)), ("color", PropertyValue.Of("red")));
        var importing = new TestResource("a") { Options = request => request.ImportId = "there" };

        var preview = await Engine.PreviewAsync(importing.With("size", 8).With("color", "red"));
        var run = await Engine.UpAsync(importing.With("size", 8).With("color", "red"));
        var entry = Engine.Entry("a");
        Fake.Calls.Clear();
        var again = await Engine.UpAsync(importing.With("size", 8).With("color", "red"));

        Assert.That(preview.StepsOf("a"), Is.EqualTo(new[] { "import", "update" }));
        Assert.That(run.StepsOf("a"), Is.EqualTo(new[] { "import", "update" }), run.ToString());
        Assert.That(run.Changes, Is.EqualTo("create 1, update 1, import 1"));
        Assert.That(entry.Id, Is.EqualTo("there"));
        Assert.That(entry.ImportId, Is.EqualTo("there"));
        Assert.That(entry.Inputs["size"], Is.EqualTo(PropertyValue.Of(8)));
        Assert.That(again.Changes, Is.EqualTo("same 2"));
        Assert.That(Fake.Sequence("a"), Is.EqualTo("Check Diff"));
    }

    [Test]
    public async Task Engine_G56_ImportOfEqualInputs_IsOneStep()
    {
        Fake.Objects["there"] = PropertyMap.Of(("size", PropertyValue.Of(1)));

        var run = await Engine.UpAsync(A with { Options = request => request.ImportId = "there" });
        var without = await Engine.UpAsync(A);

        Assert.That(run.Steps, Is.EqualTo(new[] { "import a" }), run.ToString());
        Assert.That(Fake.Sequence("a"), Is.EqualTo("Read Check Diff Check Diff"));
        var read = Fake.Requests<ReadRequest>("a").Single();
        Assert.That((read.Inputs, read.Properties), Is.EqualTo(((object?)null, (object?)null)));
        Assert.That(without.Changes, Is.EqualTo("same 2"));
        Assert.That(Engine.Entry("a").Id, Is.EqualTo("there"));
    }

    [Test]
    public async Task Engine_G56_ImportErrors_HaveTheirTexts()
    {
        var missing = await Engine.UpAsync(A with { Options = request => request.ImportId = "nowhere" });
        Fake.OnRead = request => new ReadResponse { Id = request.Id, Properties = EngineTest.Bag(("size", 1)) };
        var unsupported = await Engine.UpAsync(A with { Options = request => request.ImportId = "there" });

        Assert.That(missing.Errors[0], Is.EqualTo("resource 'nowhere' does not exist"));
        Assert.That(unsupported.Errors[0], Is.EqualTo("provider does not support importing resources; please try updating the 'fake' plugin"));
        Assert.That(Engine.State().PendingOperations, Is.Empty);
    }

    [Test]
    public async Task Engine_G56_ReplacementWhileImportRemains_IsRefused()
    {
        Fake.ReplaceKeys.Add("size");
        Fake.Objects["there"] = PropertyMap.Of(("size", PropertyValue.Of(1)));
        var importing = A with { Options = request => request.ImportId = "there" };
        await Engine.UpAsync(importing);

        var preview = await Engine.PreviewAsync(importing.With("size", 2));
        var run = await Engine.UpAsync(importing.With("size", 2));

        const string text = "previously-imported resources that still specify an ID may not be replaced; please remove the `import` declaration from your program;\nsize: 1 => 2";
        Assert.That(preview.Messages(DiagnosticSeverity.Warning), Is.EqualTo(new[] { text }));
        Assert.That(preview.Succeeded, Is.True);
        Assert.That(run.Errors[0], Is.EqualTo(text));
    }

    [Test]
    public async Task Engine_G56_ImportInPlaceOfAnother_ReplacesIt()
    {
        await Engine.UpAsync(A);
        Fake.Objects["there"] = PropertyMap.Of(("size", PropertyValue.Of(1)));

        var run = await Engine.UpAsync(A with { Options = request => request.ImportId = "there" });

        Assert.That(run.StepsOf("a"), Is.EqualTo(new[] { "import-replacement", "replace", "delete-replaced" }), run.ToString());
        Assert.That(Fake.Objects.Keys, Is.EqualTo(new[] { "there" }));
        Assert.That(Engine.Entry("a").Id, Is.EqualTo("there"));
    }

    [Test]
    public async Task Engine_G57_Get_ReadsEachRunAndIsNeverDeleted()
    {
        Fake.Objects["there"] = PropertyMap.Of(("size", PropertyValue.Of(1)));
        var get = new TestResource("g") { ReadId = "there" }.With("hint", "h");
        var program = new TestProgram(get);

        var first = await Engine.UpAsync(program);
        var second = await Engine.UpAsync(get);
        var entry = Engine.Entry("g");
        var dropped = await Engine.UpAsync();
        var missing = await Engine.UpAsync(get with { ReadId = "gone" });

        Assert.That(program.Answers["g"].Outputs["size"], Is.EqualTo(PropertyValue.Of(1)));
        Assert.That((first.Changes, second.Changes), Is.EqualTo(("create 1, read 1", "same 1")));
        Assert.That(second.StepsOf("g"), Is.EqualTo(new[] { "read" }));
        Assert.That(entry.External, Is.True);
        Assert.That(entry.Inputs.Keys, Is.EqualTo(new[] { "hint" }));
        Assert.That(Fake.Requests<ReadRequest>("g")[0].Inputs, Is.EqualTo(Fake.Requests<ReadRequest>("g")[0].Properties));
        Assert.That(dropped.Changes, Is.EqualTo("same 1, discard 1"));
        Assert.That(Fake.CallsOf("Delete"), Is.Empty);
        Assert.That(missing.Errors[0], Is.EqualTo("resource 'gone' does not exist"));
    }

    [Test]
    public async Task Engine_G57_ManagedThatIsReadNow_IsReplaced()
    {
        await Engine.UpAsync(A);
        Fake.Objects["there"] = PropertyMap.Empty;

        var read = await Engine.UpAsync(new TestResource("a") { ReadId = "there" });
        var managed = await Engine.UpAsync(A);

        Assert.That(read.StepsOf("a"), Is.EqualTo(new[] { "read-replacement", "replace", "delete-replaced" }), read.ToString());
        Assert.That(managed.StepsOf("a"), Is.EqualTo(new[] { "create-replacement", "replace", "discard-replaced" }), managed.ToString());
        Assert.That(Fake.Objects.Keys, Is.EquivalentTo(new[] { "there", "id-2" }));
    }

    [Test]
    public async Task Engine_G59_CustomTimeouts_AreSentInSeconds()
    {
        await Engine.UpAsync(A with { Options = request => request.CustomTimeouts = new RegisterResourceRequest.Types.CustomTimeouts { Create = "5m", Delete = "1h30m", Update = "90s" } });
        await Engine.UpAsync();

        Assert.That(Fake.Requests<CreateRequest>("a").Single().Timeout, Is.EqualTo(300));
        Assert.That(Fake.Requests<DeleteRequest>("a").Single().Timeout, Is.EqualTo(5400));
    }

    [Test]
    public async Task Engine_G59_CustomTimeouts_AreStored()
    {
        await Engine.UpAsync(A with { Options = request => request.CustomTimeouts = new RegisterResourceRequest.Types.CustomTimeouts { Create = "5m" } });

        Assert.That(Engine.Entry("a").CustomTimeouts, Is.EqualTo(new CustomTimeouts(300, 0, 0)));
        var malformed = await Engine.UpAsync(A with { Options = request => request.CustomTimeouts = new RegisterResourceRequest.Types.CustomTimeouts { Create = "soon" } });
        Assert.That(malformed.Errors[0], Is.EqualTo("unable to parse customTimeouts: 'soon' is not a duration"));
    }

    [Test]
    public async Task Engine_G60_Version_SelectsTheDefaultProvider()
    {
        Engine.Configuration = EngineTest.Config(("fake:region", "r1"), ("fake:count", "3"), ("other:x", "y")) with { SecretKeys = [new ConfigKey("fake", "region")] };
        await Engine.UpAsync(A with { Options = request => request.Version = "1.2.3" }, new TestResource("b") { Options = request => request.Version = "1.2.3" });

        var provider = Engine.Entry("default_1_2_3");
        Assert.That(Engine.Launcher.Started, Is.EqualTo(new[] { new Plugins.PluginSpec("fake", "1.2.3") }));
        Assert.That(provider.Inputs.Keys, Is.EqualTo(new[] { "__internal", "count", "region", "version" }));
        Assert.That(provider.Inputs["region"], Is.EqualTo(PropertyValue.Secret(PropertyValue.Of("r1"))));
        Assert.That(provider.Outputs.Keys, Is.EqualTo(new[] { "count", "region", "version" }));
        var configure = Fake.Requests<ConfigureRequest>("default_1_2_3").Single();
        Assert.That(configure.Args.Fields.Keys, Is.EquivalentTo(new[] { "count", "region", "version" }));
#pragma warning disable CS0612 // The form that older providers read.
        Assert.That(configure.Variables, Is.EquivalentTo(new Dictionary<string, string> { ["fake:config:count"] = "3", ["fake:config:region"] = "r1" }));
#pragma warning restore CS0612
        Assert.That(configure.Id, Is.EqualTo(provider.Id));
        Assert.That((configure.AcceptSecrets, configure.AcceptResources, configure.SendsOldInputs, configure.SendsOldInputsToDelete), Is.EqualTo((true, true, true, true)));
        Assert.That(Fake.Requests<CheckRequest>("default_1_2_3").Single().News.Fields["region"].StringValue, Is.EqualTo("r1"), "configuration is checked without secret marks");
    }

    [Test]
    public async Task Engine_G60_DefaultProviders_MayBeSwitchedOff()
    {
        Engine.Configuration = EngineTest.Config(("pulumi:disable-default-providers", "[\"fake\"]"));

        var run = await Engine.UpAsync(A);

        Assert.That(run.Errors[0], Is.EqualTo($"Default provider for 'fake' disabled. '{EngineTest.UrnOf("a")}' must use an explicit provider."));
        Assert.That((await Engine.UpAsync(Provider, A with { Provider = "explicit" })).Succeeded, Is.True);
    }

    [Test]
    public async Task Engine_G60_ChildrenUseTheProvidersOfTheirComponent()
    {
        var group = new TestResource("group", "my:index:Group") { Custom = false };
        TestProgram? program = null;
        program = new TestProgram(
            Provider,
            group with { Options = request => request.Providers["fake"] = Reference(program!) },
            new TestResource("inner", "my:index:Inner") { Custom = false, Parent = "group" },
            A with { Parent = "inner" },
            new TestResource("custom") { Provider = "explicit" },
            new TestResource("below") { Parent = "custom" },
            new TestResource("outside"));

        await Engine.UpAsync(program);

        var reference = Reference(program);
        Assert.That(new[] { "a", "custom", "below" }.Select(name => Engine.Entry(name).Provider), Is.All.EqualTo(reference));
        Assert.That(Engine.Entry("outside").Provider, Does.Contain("::default::"));
    }

    [Test]
    public async Task Engine_G60_ConfigureError_SurfacesAtTheFirstCall()
    {
        Fake.OnConfigure = _ => throw FakeProvider.Error(StatusCode.Unauthenticated, "no credentials");

        var unused = await Engine.UpAsync(Provider);
        var used = await Engine.UpAsync(Provider, A with { Provider = "explicit" });

        Assert.That(unused.Succeeded, Is.True, unused.ToString());
        Assert.That(used.Errors[0], Is.EqualTo("no credentials"));
    }

    [Test]
    public async Task Engine_G60_MissingPlugin_IsAnError()
    {
        var run = await Engine.UpAsync(new TestResource("x", "nothere:index:Thing"));

        Assert.That(run.Errors[0], Is.EqualTo("no resource plugin 'pulumi-resource-nothere' found"));
    }

    [Test]
    public async Task Engine_G61_AnotherProviderInstance_IsNoReplacementByItself()
    {
        await Engine.UpAsync(A);

        var run = await Engine.UpAsync(Provider, A with { Provider = "explicit" });

        Assert.That(run.StepsOf("a"), Is.EqualTo(new[] { "same" }), run.ToString());
        Assert.That(Engine.Entry("a").Provider, Does.Contain("::explicit::"));
        Assert.That(Engine.State().Resources.Any(resource => Urn.Name(resource.Urn) == "default"), Is.False);
    }

    [Test]
    public async Task Engine_G61_ProviderThatManagesAnotherPlace_ReplacesItsResources()
    {
        Fake.OnDiffConfig = request => Fake.Diff(request).Also(diff => diff.Replaces.AddRange(diff.Diffs));
        await Engine.UpAsync(Provider, A with { Provider = "explicit" });
        Fake.Calls.Clear();

        var run = await Engine.UpAsync(Provider.With("region", "r2"), A with { Provider = "explicit" });

        Assert.That(run.StepsOf("explicit"), Is.EqualTo(new[] { "create-replacement", "replace", "delete-replaced" }), run.ToString());
        Assert.That(run.StepsOf("a"), Is.EqualTo(new[] { "create-replacement", "replace", "delete-replaced" }), run.ToString());
        Assert.That(run.Step("a", StepOperation.Replace).ReplaceKeys, Is.EqualTo(new[] { "provider" }));
        var (create, delete) = (Fake.Calls.Single(call => call.Method == "Create"), Fake.Calls.Single(call => call.Method == "Delete"));
        Assert.That(create.Instance, Is.Not.EqualTo(delete.Instance), "the old object is deleted through the provider of its own entry");
    }

    [Test]
    public async Task Engine_G61_ChangedProvider_IsUpdatedInPlace()
    {
        await Engine.UpAsync(Provider, A with { Provider = "explicit" });
        var id = Engine.Entry("explicit").Id;

        var run = await Engine.UpAsync(Provider.With("region", "r2"), A with { Provider = "explicit" });

        Assert.That(run.StepsOf("explicit"), Is.EqualTo(new[] { "update" }), run.ToString());
        Assert.That(run.StepsOf("a"), Is.EqualTo(new[] { "same" }));
        Assert.That(Engine.Entry("explicit").Id, Is.EqualTo(id));
        Assert.That(Fake.Requests<ConfigureRequest>("explicit")[^1].Args.Fields["region"].StringValue, Is.EqualTo("r2"));
    }

    [TestCase("remote", "components of other languages (Construct)")]
    [TestCase("hooks", "resource hooks")]
    [TestCase("transforms", "transforms")]
    [TestCase("replaceWith", "the option replaceWith")]
    [TestCase("trigger", "the option replacementTrigger")]
    [TestCase("asset", "assets and archives are left out")]
    public async Task Engine_G58_LeftOutOptions_AreRefusedWithASentence(string what, string message)
    {
        var resource = A with
        {
            Options = request =>
            {
                request.Remote = what == "remote";
                request.Hooks = what == "hooks" ? new RegisterResourceRequest.Types.ResourceHooksBinding { AfterCreate = { "h" } } : null;
                request.ReplaceWith.AddRange(what == "replaceWith" ? ["x"] : []);
                request.Transforms.AddRange(what == "transforms" ? [new Callback { Target = "x" }] : []);
                request.ReplacementTrigger = what == "trigger" ? Google.Protobuf.WellKnownTypes.Value.ForString("x") : null;
                if (what == "asset")
                {
                    request.Object.Fields["file"] = PropertyCodec.Encode(new AssetValue(null, AssetSource.Text, "x"));
                }
            },
        };

        Assert.That((await Engine.UpAsync(resource)).Errors[0], Does.Contain(message));
    }

    private static string Reference(TestProgram program) => $"{program.Answers["explicit"].Urn}::{program.Answers["explicit"].Id}";
}
