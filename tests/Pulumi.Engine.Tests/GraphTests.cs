using System.Collections.Immutable;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using Grpc.Core;
using Pulumi.Engine.Events;
using Pulumi.Engine.Programs;
using Pulumi.Engine.Tests.Framework;

namespace Pulumi.Engine.Tests;

/// <summary>Checklist group F: dependencies, order, components.</summary>
internal sealed class GraphTests : EngineFixture
{
    private static readonly TestResource A = new TestResource("a").With("size", 1);

    [Test]
    public async Task Engine_F45_Dependencies_AreRecorded()
    {
        await Engine.UpAsync(
            A,
            new TestResource("b").With("of", TestProgram.Output("a", "size")).With("plain", 1),
            new TestResource("c") { DependsOn = ["a", "b"], Options = request => request.PropertyDependencies.Clear() }.With("x", 1).With("y", 2));

        var (a, b) = (EngineTest.UrnOf("a"), EngineTest.UrnOf("b"));
        Assert.That(Engine.Entry("b").Dependencies, Is.EqualTo(new[] { a }));
        Assert.That(Engine.Entry("b").PropertyDependencies["of"], Is.EqualTo(new[] { a }));
        Assert.That(Engine.Entry("b").PropertyDependencies["plain"], Is.Empty);
        Assert.That(Engine.Entry("c").PropertyDependencies.Keys, Is.EqualTo(new[] { "x", "y" }));
        Assert.That(Engine.Entry("c").PropertyDependencies["y"], Is.EqualTo(new[] { a, b }));
    }

    [Test]
    public async Task Engine_F45_OutputValueInInputs_AddsItsDependencies()
    {
        await Engine.UpAsync(A, new TestResource("b").With("of", new OutputValue(PropertyValue.Of("x"), true, [EngineTest.UrnOf("a")])));

        Assert.That(Engine.Entry("b").PropertyDependencies["of"], Is.EqualTo(new[] { EngineTest.UrnOf("a") }));
        Assert.That(Engine.Entry("b").Inputs["of"], Is.EqualTo(PropertyValue.Secret(PropertyValue.Of("x"))));
    }

    [Test]
    public async Task Engine_F46_Component_HasChildrenAndOutputsWithoutAProvider()
    {
        var group = new TestResource("group", "my:index:Group") { Custom = false, Outputs = ImmutableDictionary<string, object?>.Empty.Add("count", 1) };
        TestResource[] program = [group.With("v", 1), new TestResource("child") { Parent = "group" }];

        var run = await Engine.UpAsync(program);
        Fake.Calls.Clear();
        var changed = await Engine.UpAsync(group.With("v", 2), program[1]);

        Assert.That(run.Succeeded, Is.True, run.ToString());
        Assert.That(Engine.Entry("child").Urn, Is.EqualTo("urn:pulumi:dev::proj::my:index:Group$fake:index:Thing::child"));
        Assert.That(Engine.Entry("group").Outputs["count"], Is.EqualTo(PropertyValue.Of(1)));
        Assert.That(Engine.Entry("group").Id, Is.Empty);
        Assert.That(run.Events.OfType<ResourceOutputsEvent>().Count(told => Urn.Name(told.Step.Urn) == "group"), Is.EqualTo(1));
        Assert.That(changed.StepsOf("group"), Is.EqualTo(new[] { "update" }));
        Assert.That(changed.Changes, Is.EqualTo("same 2, update 1"));
        Assert.That(Fake.Sequence("child"), Is.EqualTo("Check Diff"));
    }

    [Test]
    public async Task Engine_F46_OutputsOfAFinishedComponent_AreRefused()
    {
        var group = new TestResource("group", "my:index:Group") { Custom = false, Outputs = [] };
        var program = new TestProgram(group)
        {
            Then = async monitor =>
            {
                await monitor.RegisterResourceOutputsAsync(new RegisterResourceOutputsRequest { Urn = EngineTest.UrnOf("group", "my:index:Group") });
                return ProgramResult.Success;
            },
        };

        var run = await Engine.UpAsync(program);

        Assert.That(run.Errors[0], Is.EqualTo("cannot complete a resource 'urn:pulumi:dev::proj::my:index:Group::group' whose registration isn't pending"));
    }

    [Test]
    public async Task Engine_F46_ComponentThatBecomesCustom_IsReplaced()
    {
        await Engine.UpAsync(new TestResource("a") { Custom = false });

        var run = await Engine.UpAsync(new TestResource("a"));
        var back = await Engine.UpAsync(new TestResource("a") { Custom = false });

        Assert.That(run.StepsOf("a"), Is.EqualTo(new[] { "create-replacement", "replace", "delete-replaced" }), run.ToString());
        Assert.That(back.StepsOf("a"), Is.EqualTo(new[] { "create-replacement", "replace", "delete-replaced" }), back.ToString());
        Assert.That(Fake.Objects, Is.Empty);
    }

    [Test]
    public async Task Engine_F47_DeleteBeforeReplace_TakesDependentsThatMustBeReplacedToo()
    {
        Fake.ReplaceKeys.UnionWith(["size", "owner"]);
        Fake.OnDiff = request => Fake.Diff(request).Also(diff => diff.DeleteBeforeReplace = request.Name == "a");
        TestResource[] Program(int size) =>
        [
            A.With("size", size),
            new TestResource("replaced").With("owner", TestProgram.Output("a", "id")),
            new TestResource("further").With("owner", TestProgram.Output("replaced", "id")),
            new TestResource("updated").With("of", TestProgram.Output("a", "id")),
        ];
        await Engine.UpAsync(Program(1));
        Fake.Calls.Clear();

        var run = await Engine.UpAsync(Program(2));

        Assert.That(run.Succeeded, Is.True, run.ToString());
        Assert.That(run.Steps, Is.EqualTo(new[]
        {
            "delete-replaced further", "delete-replaced replaced", "delete-replaced a", "replace a", "create-replacement a",
            "replace replaced", "create-replacement replaced", "replace further", "create-replacement further", "update updated",
        }));
        Assert.That(Fake.Sequence("further"), Is.EqualTo("Diff Delete Check Create"));
        Assert.That(run.Changes, Is.EqualTo("same 1, update 1, replace 3"));
        Assert.That(Engine.State().Resources.Any(resource => resource.Delete || resource.PendingReplacement), Is.False);
    }

    [Test]
    public async Task Engine_F47_FailureAfterTheDelete_IsFinishedByTheNextUp()
    {
        Fake.ReplaceKeys.Add("size");
        Fake.OnDiff = request => Fake.Diff(request).Also(diff => diff.DeleteBeforeReplace = true);
        await Engine.UpAsync(A);
        Fake.OnCreate = _ => throw FakeProvider.Error(StatusCode.ResourceExhausted, "quota");

        var failed = await Engine.UpAsync(A.With("size", 2));
        var pending = Engine.Entry("a").PendingReplacement;
        Fake.OnCreate = null;
        Fake.Calls.Clear();
        var run = await Engine.UpAsync(A.With("size", 2));

        Assert.That(failed.Succeeded, Is.False);
        Assert.That(pending, Is.True);
        Assert.That(run.Succeeded, Is.True, run.ToString());
        Assert.That(Fake.Sequence("a"), Is.EqualTo("Check Diff Check Create"));
        Assert.That(Engine.Entry("a").PendingReplacement, Is.False);
    }

    [Test]
    public async Task Engine_F47_FailureAfterTheCreate_LeavesTheOldOneToTheNextUp()
    {
        Fake.ReplaceKeys.Add("size");
        await Engine.UpAsync(A);
        Fake.OnDelete = _ => throw FakeProvider.Error(StatusCode.Aborted, "busy");

        var failed = await Engine.UpAsync(A.With("size", 2));
        var entries = Engine.State().Resources.Where(resource => resource.Urn == EngineTest.UrnOf("a")).Select(resource => (resource.Id, resource.Delete)).ToList();
        Fake.OnDelete = null;
        var run = await Engine.UpAsync(A.With("size", 2));

        Assert.That(failed.Succeeded, Is.False);
        Assert.That(entries, Is.EqualTo(new[] { ("id-2", false), ("id-1", true) }));
        Assert.That(run.StepsOf("a"), Is.EqualTo(new[] { "same", "delete-replaced" }));
        Assert.That(Fake.Objects.Keys, Is.EqualTo(new[] { "id-2" }));
    }

    [Test]
    public async Task Engine_F48_SameUrnTwice_IsAnError()
    {
        var run = await Engine.UpAsync(A, A);

        Assert.That(run.Succeeded, Is.False);
        Assert.That(run.Errors[0], Is.EqualTo($"Duplicate resource URN '{EngineTest.UrnOf("a")}'; try giving it a unique name"));
    }

    [Test]
    public async Task Engine_F48_UnknownParent_IsAnError()
    {
        var run = await Engine.UpAsync(A with { Options = request => request.Parent = EngineTest.UrnOf("nobody") });

        Assert.That(run.Errors[0], Is.EqualTo($"could not find parent resource {EngineTest.UrnOf("nobody")}"));
    }

    [Test]
    public async Task Engine_F48_UnknownDependency_IsAnError()
    {
        var run = await Engine.UpAsync(A with { Options = request => request.Dependencies.Add(EngineTest.UrnOf("nobody")) });

        Assert.That(run.Succeeded, Is.False);
        Assert.That(run.Errors[0], Does.Contain(EngineTest.UrnOf("nobody")));
        Assert.That(Engine.State().Resources.Any(resource => resource.Urn == EngineTest.UrnOf("a")), Is.False);
        Assert.That(Fake.CallsOf("Create"), Is.Empty);
    }

    [TestCase(1)]
    [TestCase(3)]
    public async Task Engine_F49_Parallel_BoundsRunningSteps(int parallel)
    {
        var running = 0;
        var most = 0;
        var gate = new Gate(parallel);
        Fake.OnCreate = async request =>
        {
            var now = Interlocked.Increment(ref running);
            most = Math.Max(most, now);
            await gate.MeetAsync();
            Interlocked.Decrement(ref running);
            return null;
        };
        var program = new TestProgram([.. Enumerable.Range(0, 6).Select(index => new TestResource($"r{index}"))]) { Concurrent = true };

        var run = await Engine.UpAsync(program, options => options with { Parallel = parallel });

        Assert.That(run.Succeeded, Is.True, run.ToString());
        Assert.That(most, Is.EqualTo(parallel));
    }

    [Test]
    public async Task Engine_F50_StackOutputs_SurviveAFailure()
    {
        var outputs = ImmutableDictionary<string, object?>.Empty.Add("x", 1).Add("y", 2);
        var first = await Engine.UpAsync(new TestProgram(A) { StackOutputs = outputs });
        Fake.OnDelete = _ => throw FakeProvider.Error(StatusCode.Aborted, "busy");

        var failed = await Engine.UpAsync(new TestProgram { StackOutputs = outputs.Remove("y").SetItem("x", 3) });
        var afterFailure = Engine.State().RootStack!.Outputs;
        Fake.OnDelete = null;
        await Engine.UpAsync(new TestProgram { StackOutputs = outputs.Remove("y").SetItem("x", 3) });

        Assert.That(first.Result.Outputs!.Keys, Is.EqualTo(new[] { "x", "y" }));
        Assert.That(failed.Succeeded, Is.False);
        Assert.That(afterFailure, Is.EqualTo(PropertyMap.Of(("x", PropertyValue.Of(3)), ("y", PropertyValue.Of(2)))));
        Assert.That(Engine.State().RootStack!.Outputs.Keys, Is.EqualTo(new[] { "x" }));
    }

    [Test]
    public async Task Engine_F50_StackOutputThatIsNotKnown_StaysAsItWas()
    {
        var outputs = ImmutableDictionary<string, object?>.Empty.Add("x", 1).Add("gone", 2);
        await Engine.UpAsync(new TestProgram(A) { StackOutputs = outputs });

        await Engine.UpAsync(new TestProgram(A) { StackOutputs = outputs.Remove("gone").SetItem("x", PropertyValue.Unknown).Add("fresh", PropertyValue.Unknown) });

        Assert.That(Engine.State().RootStack!.Outputs, Is.EqualTo(PropertyMap.Of(("x", PropertyValue.Of(1)))));
    }

    [Test]
    public async Task Engine_F50_ProgramThatFails_KeepsWhatWasMadeAndDeletesNothing()
    {
        await Engine.UpAsync(new TestResource("old"));

        var run = await Engine.UpAsync(new TestProgram(A) { Then = _ => Task.FromResult(ProgramResult.Failure("exploded")) });

        Assert.That(run.Succeeded, Is.False);
        Assert.That(run.Errors, Is.EqualTo(new[] { "exploded", "update failed" }));
        Assert.That(Engine.State().Resources.Select(resource => Urn.Name(resource.Urn)), Is.SupersetOf(new[] { "a", "old" }));
        Assert.That(Fake.CallsOf("Delete"), Is.Empty);
    }

    [Test]
    public async Task Engine_F50_FirstFailure_StopsTheRest()
    {
        Fake.OnCreate = request => request.Name == "b" ? throw FakeProvider.Error(StatusCode.InvalidArgument, "bad") : Task.FromResult<CreateResponse?>(null);

        var run = await Engine.UpAsync(A, new TestResource("b"), new TestResource("c"));

        Assert.That(run.Succeeded, Is.False);
        Assert.That(run.Errors, Is.EqualTo(new[] { "bad", "update failed" }));
        Assert.That(Fake.Sequence("c"), Is.Empty);
        Assert.That(Engine.Entry("a").Id, Is.EqualTo("id-1"));
    }
}
