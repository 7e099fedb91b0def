using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using Grpc.Core;
using Pulumi.Engine.Events;
using Pulumi.Engine.Tests.Framework;
using Changes = CloudUpdate.Protocol.Rpc.DiffResponse.Types.DiffChanges;
using Kind = CloudUpdate.Protocol.Rpc.PropertyDiff.Types.Kind;

namespace Pulumi.Engine.Tests;

/// <summary>Checklist group A: the life of one resource.</summary>
internal sealed class LifecycleTests : EngineFixture
{
    private static readonly TestResource A = new TestResource("a").With("size", 1);

    [Test]
    public async Task Engine_A01_FirstUp_ChecksWithoutOldsAndCreatesOnce()
    {
        var run = await Engine.UpAsync(A);

        Assert.That(run.Succeeded, Is.True, run.ToString());
        Assert.That(Fake.Sequence("a"), Is.EqualTo("Check Create"));
        Assert.That(Fake.Requests<CheckRequest>("a").Single().Olds.Fields, Is.Empty);
        Assert.That(Engine.State().Resources.Select(resource => Urn.Name(resource.Urn)), Is.EqualTo(new[] { "proj-dev", "default", "a" }));
        var entry = Engine.Entry("a");
        Assert.That(entry.Inputs, Is.EqualTo(PropertyMap.Of(("size", PropertyValue.Of(1)))));
        Assert.That(entry.Outputs, Is.EqualTo(PropertyMap.Of(("size", PropertyValue.Of(1)))));
        Assert.That(entry.Id, Is.EqualTo("id-1"));
        Assert.That(entry.Created, Is.Not.Null);
        Assert.That(run.Changes, Is.EqualTo("create 2"));
    }

    [Test]
    public async Task Engine_A02_SecondUp_OnlyChecksAndCompares()
    {
        await Engine.UpAsync(A);
        Fake.Calls.Clear();

        var run = await Engine.UpAsync(A);

        Assert.That(Fake.Sequence("a"), Is.EqualTo("Check Diff"));
        Assert.That(Fake.Requests<CheckRequest>("a").Single().Olds.Fields, Contains.Key("size"));
        Assert.That(run.Changes, Is.EqualTo("same 2"));
        Assert.That(run.Steps, Is.EqualTo(new[] { "same a" }));
    }

    [Test]
    public async Task Engine_A03_ChangedInput_UpdatesInPlace()
    {
        await Engine.UpAsync(A);
        var before = Engine.Entry("a");
        Fake.OnUpdate = request => Task.FromResult<UpdateResponse?>(new UpdateResponse { Properties = Bag(("size", 2), ("url", "http://x")) });

        var run = await Engine.UpAsync(A.With("size", 2));

        var update = Fake.Requests<UpdateRequest>("a").Single();
        Assert.That(update.Id, Is.EqualTo("id-1"));
        Assert.That(update.Olds.Fields["size"].NumberValue, Is.EqualTo(1));
        Assert.That(update.OldInputs.Fields["size"].NumberValue, Is.EqualTo(1));
        Assert.That(update.News.Fields["size"].NumberValue, Is.EqualTo(2));
        var after = Engine.Entry("a");
        Assert.That(after.Id, Is.EqualTo(before.Id));
        Assert.That(after.Outputs.Keys, Is.EqualTo(new[] { "size", "url" }));
        Assert.That(after.Created, Is.EqualTo(before.Created));
        Assert.That(after.Modified, Is.GreaterThan(before.Modified!.Value));
        Assert.That(run.Changes, Is.EqualTo("same 1, update 1"));
    }

    [Test]
    public async Task Engine_A04_Replacement_CreatesFirstAndDeletesAtTheEnd()
    {
        Fake.ReplaceKeys.Add("size");
        var b = new TestResource("b").With("of", TestProgram.Output("a", "id"));
        await Engine.UpAsync(A, b);
        Fake.Calls.Clear();

        var run = await Engine.UpAsync(A.With("size", 2), b);

        Assert.That(Fake.Sequence("a"), Is.EqualTo("Check Diff Check Create Delete"));
        Assert.That(Fake.Requests<CheckRequest>("a")[1].Olds.Fields, Is.Empty);
        Assert.That(run.StepsOf("a"), Is.EqualTo(new[] { "create-replacement", "replace", "delete-replaced" }));
        var order = Fake.Calls.Select(call => $"{call.Method} {call.Name}").ToList();
        Assert.That(order.IndexOf("Create a"), Is.LessThan(order.IndexOf("Update b")));
        Assert.That(order.IndexOf("Update b"), Is.LessThan(order.IndexOf("Delete a")));
        Assert.That(run.Changes, Is.EqualTo("same 1, update 1, replace 1"));
        Assert.That(Fake.Requests<DeleteRequest>("a").Single().Id, Is.EqualTo("id-1"));
        Assert.That(run.Step("a", StepOperation.Replace).ReplaceKeys, Is.EqualTo(new[] { "size" }));
    }

    [Test]
    public async Task Engine_A05_DeleteBeforeReplaceOfDiff_DeletesFirst()
    {
        Fake.ReplaceKeys.Add("size");
        Fake.OnDiff = request => Fake.Diff(request).Also(diff => diff.DeleteBeforeReplace = true);
        await Engine.UpAsync(A);
        Fake.Calls.Clear();

        var run = await Engine.UpAsync(A.With("size", 2));

        Assert.That(Fake.Sequence("a"), Is.EqualTo("Check Diff Check Delete Create"));
        Assert.That(run.StepsOf("a"), Is.EqualTo(new[] { "delete-replaced", "replace", "create-replacement" }));
        Assert.That(Engine.State().Resources.Count(resource => resource.Urn == EngineTest.UrnOf("a")), Is.EqualTo(1));
    }

    [TestCase(true, "Delete Create")]
    [TestCase(false, "Create Delete")]
    public async Task Engine_A06_OptionDeleteBeforeReplace_OverridesTheProvider(bool option, string order)
    {
        Fake.ReplaceKeys.Add("size");
        Fake.OnDiff = request => Fake.Diff(request).Also(diff => diff.DeleteBeforeReplace = !option);
        var resource = A with
        {
            Options = request =>
            {
                request.DeleteBeforeReplace = option;
                request.DeleteBeforeReplaceDefined = true;
            },
        };
        await Engine.UpAsync(resource);
        Fake.Calls.Clear();

        await Engine.UpAsync(resource.With("size", 2));

        Assert.That(Fake.Sequence("a"), Does.EndWith(order));
    }

    [TestCase(Kind.UpdateReplace, true, "replace")]
    [TestCase(Kind.AddReplace, true, "replace")]
    [TestCase(Kind.DeleteReplace, true, "replace")]
    [TestCase(Kind.Update, true, "update")]
    [TestCase(Kind.Add, true, "update")]
    [TestCase(Kind.Delete, true, "update")]
    [TestCase(Kind.UpdateReplace, false, "update")]
    public async Task Engine_A07_DetailedDiff_DecidesWhereItCounts(Kind kind, bool counts, string operation)
    {
        await Engine.UpAsync(A);
        Fake.OnDiff = _ => new DiffResponse { Changes = Changes.DiffSome, HasDetailedDiff = counts, DetailedDiff = { ["size"] = new PropertyDiff { Kind = kind } } };

        var run = await Engine.UpAsync(A.With("size", 2));

        Assert.That(run.StepsOf("a"), Contains.Item(operation));
        Assert.That(run.Step("a", operation == "replace" ? StepOperation.Replace : StepOperation.Update).DetailedDiff, counts ? Is.Not.Null : Is.Null);
    }

    [Test]
    public async Task Engine_A08_DiffUnknown_ComparesInputs()
    {
        Fake.OnDiff = _ => new DiffResponse();
        await Engine.UpAsync(A);

        var same = await Engine.UpAsync(A);
        var changed = await Engine.UpAsync(A.With("size", 2));

        Assert.That(same.StepsOf("a"), Is.EqualTo(new[] { "same" }));
        Assert.That(changed.StepsOf("a"), Is.EqualTo(new[] { "update" }));
        var change = changed.Step("a", StepOperation.Update).DetailedDiff!.Single();
        Assert.That(change.Key, Is.EqualTo("size"));
        Assert.That(change.Value, Is.EqualTo(new PropertyChange(PropertyChangeKind.Update, InputDiff: true)));
    }

    [Test]
    public async Task Engine_A09_DiffNone_SavesNewInputsAndIgnoresReplaces()
    {
        await Engine.UpAsync(A);
        Fake.OnDiff = _ => new DiffResponse { Changes = Changes.DiffNone, Replaces = { "size" } };
        Fake.Calls.Clear();

        var run = await Engine.UpAsync(A.With("size", 2));

        Assert.That(run.StepsOf("a"), Is.EqualTo(new[] { "same" }));
        Assert.That(Fake.Sequence("a"), Is.EqualTo("Check Diff"));
        Assert.That(Engine.Entry("a").Inputs["size"], Is.EqualTo(PropertyValue.Of(2)));
        Assert.That(Engine.Entry("a").Outputs["size"], Is.EqualTo(PropertyValue.Of(1)));
    }

    [Test]
    public async Task Engine_A10_RemovedFromProgram_IsDeletedThroughTheProviderInState()
    {
        Engine.Configuration = EngineTest.Config(("fake:region", "old"));
        await Engine.UpAsync(A, new TestResource("b"));
        Engine.Configuration = EngineTest.Config(("fake:region", "new"));
        Fake.Calls.Clear();

        var run = await Engine.UpAsync();

        Assert.That(run.Succeeded, Is.True, run.ToString());
        var delete = Fake.Requests<DeleteRequest>("a").Single();
        Assert.That(delete.Id, Is.EqualTo("id-1"));
        Assert.That(delete.Properties.Fields, Contains.Key("size"));
        Assert.That(delete.OldInputs.Fields, Contains.Key("size"));
        Assert.That(Fake.Requests<ConfigureRequest>("default").Select(request => request.Args.Fields["region"].StringValue), Is.EqualTo(new[] { "old" }));
        Assert.That(Engine.State().Resources.Select(resource => resource.Type), Is.EqualTo(new[] { Urn.RootStackType }));
    }

    [Test]
    public async Task Engine_A11_Deletes_GoByDependencyAndWaitForEachLevel()
    {
        TestResource[] program =
        [
            new("group") { Type = "my:index:Group", Custom = false },
            new("a"),
            new TestResource("b") { DependsOn = ["a"] },
            new TestResource("b2") { DependsOn = ["a"] },
            new TestResource("c") { DependsOn = ["b"], Parent = "group" },
        ];
        await Engine.UpAsync(program);
        var together = new Gate(2);
        Fake.OnDelete = request => request.Name is "b" or "b2" ? together.MeetAsync() : Task.CompletedTask;
        Fake.Calls.Clear();

        var run = await Engine.UpAsync();

        Assert.That(run.Succeeded, Is.True, run.ToString());
        var order = run.Steps.ToList();
        Assert.That(order.IndexOf("delete c"), Is.LessThan(order.IndexOf("delete b")));
        Assert.That(order.IndexOf("delete b"), Is.LessThan(order.IndexOf("delete a")));
        Assert.That(order.IndexOf("delete c"), Is.LessThan(order.IndexOf("delete group")));
        Assert.That(run.Events.OfType<ResourcePreEvent>().Last().Step.Type, Is.EqualTo("pulumi:providers:fake"));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Engine_A12_CheckFailure_ReportsAndExecutesNothing(bool preview)
    {
        Fake.OnCheck = request => new CheckResponse
        {
            Failures = { new CheckFailure { Property = "size", Reason = "too small" }, new CheckFailure { Reason = "needs a name" } },
        };

        var run = preview ? await Engine.PreviewAsync(A) : await Engine.UpAsync(A);

        Assert.That(run.Succeeded, Is.False);
        Assert.That(run.Errors, Does.Contain("fake:index:Thing resource 'a': property size value 1 has a problem: too small"));
        Assert.That(run.Errors, Does.Contain("fake:index:Thing resource 'a' has a problem: needs a name"));
        Assert.That(Fake.CallsOf("Create"), Is.Empty);
    }

    [Test]
    public async Task Engine_A13_RandomSeed_IsStableWithinOneReplacement()
    {
        Fake.ReplaceKeys.Add("size");
        await Engine.UpAsync(A);
        await Engine.UpAsync(A.With("size", 2));

        var seeds = Fake.Requests<CheckRequest>("a").Select(request => request.RandomSeed).ToList();
        Assert.That(seeds, Has.Count.EqualTo(3));
        Assert.That(seeds.Select(seed => seed.Length), Is.All.EqualTo(32));
        Assert.That(seeds[1], Is.EqualTo(seeds[2]));
        Assert.That(seeds[0], Is.Not.EqualTo(seeds[1]));
    }

    [TestCase(StatusCode.Unknown, true)]
    [TestCase(StatusCode.Internal, true)]
    [TestCase(StatusCode.DataLoss, true)]
    [TestCase(StatusCode.InvalidArgument, false)]
    public async Task Engine_A14_FailedCreate_LeavesNothing(StatusCode code, bool maybeCorrupt)
    {
        Fake.OnCreate = _ => throw FakeProvider.Error(code, "no capacity");

        var run = await Engine.UpAsync(A);

        Assert.That(run.Succeeded, Is.False);
        Assert.That(run.Errors, Does.Contain("no capacity"));
        Assert.That(run.Errors[^1], Is.EqualTo("update failed"));
        Assert.That(run.Result.MaybeCorrupt, Is.EqualTo(maybeCorrupt));
        Assert.That(run.Events.OfType<ResourceFailedEvent>().Single().Status, Is.EqualTo(maybeCorrupt ? OperationStatus.Unknown : OperationStatus.Ok));
        Assert.That(Engine.State().Resources.Any(resource => resource.Urn == EngineTest.UrnOf("a")), Is.False);
        Assert.That(Engine.State().PendingOperations, Is.Empty);
    }

    [Test]
    public async Task Engine_A15_InitFailureOnCreate_IsKeptAndFinishedByTheNextUp()
    {
        Fake.OnCreate = request => throw FakeProvider.PartialFailure("id-9", PropertyCodec.Decode(request.Properties)!, "not ready");
        var failed = await Engine.UpAsync(A);
        var entry = Engine.Entry("a");
        Fake.Calls.Clear();

        var run = await Engine.UpAsync(A);

        Assert.That(failed.Succeeded, Is.False);
        Assert.That(failed.Errors[0], Does.Contain("unfinished").And.Contains("not ready"));
        Assert.That(entry.Id, Is.EqualTo("id-9"));
        Assert.That(entry.InitErrors, Is.EqualTo(new[] { "not ready" }));
        Assert.That(Fake.Sequence("a"), Is.EqualTo("Check Diff Update"));
        Assert.That(run.Succeeded, Is.True, run.ToString());
        Assert.That(Engine.Entry("a").InitErrors, Is.Empty);
    }

    [Test]
    public async Task Engine_A16_InitFailureOnUpdate_KeepsOldInputsAndNewOutputs()
    {
        await Engine.UpAsync(A);
        Fake.OnUpdate = _ => throw FakeProvider.PartialFailure("id-1", PropertyMap.Of(("size", PropertyValue.Of(1.5))), "half way");

        var run = await Engine.UpAsync(A.With("size", 2));

        Assert.That(run.Succeeded, Is.False);
        var entry = Engine.Entry("a");
        Assert.That(entry.Inputs["size"], Is.EqualTo(PropertyValue.Of(1)));
        Assert.That(entry.Outputs["size"], Is.EqualTo(PropertyValue.Of(1.5)));
        Assert.That(entry.InitErrors, Is.EqualTo(new[] { "half way" }));
    }

    [Test]
    public async Task Engine_A17_CreateWithoutId_IsAnError()
    {
        Fake.OnCreate = request => Task.FromResult<CreateResponse?>(new CreateResponse { Properties = request.Properties });

        var run = await Engine.UpAsync(A);

        Assert.That(run.Succeeded, Is.False);
        Assert.That(run.Errors[0], Is.EqualTo($"plugin returned empty resource.ID from create '{EngineTest.UrnOf("a")}'"));
    }

    [Test]
    public async Task Engine_A17_UnknownOutput_IsAnErrorThatKeepsTheObject()
    {
        Fake.OnCreate = _ => Task.FromResult<CreateResponse?>(new CreateResponse { Id = "id-7", Properties = PropertyCodec.Encode(PropertyMap.Of(("url", PropertyValue.Unknown))) });

        var run = await Engine.UpAsync(A);

        Assert.That(run.Succeeded, Is.False);
        Assert.That(run.Errors[0], Does.Contain("unexpected unknown property value for \"url\""));
        Assert.That(Engine.Entry("a").Id, Is.EqualTo("id-7"));
    }

    private static Google.Protobuf.WellKnownTypes.Struct Bag(params (string Key, object Value)[] values) => EngineTest.Bag(values);
}
