using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using Grpc.Core;
using Pulumi.Engine.Backend;
using Pulumi.Engine.Deployment;
using Pulumi.Engine.Events;
using Pulumi.Engine.Tests.Framework;

namespace Pulumi.Engine.Tests;

/// <summary>Checklist group H: refresh, destroy, targets, interrupts, import.</summary>
internal sealed class OperationTests : EngineFixture
{
    private static readonly TestResource A = new TestResource("a").With("size", 1);

    [Test]
    public async Task Engine_H62_Refresh_TakesOverInputsAndOutputs()
    {
        await Engine.UpAsync(A, new TestResource("b").With("size", 5));
        var before = Engine.Entry("b");
        Fake.Objects["id-1"] = PropertyMap.Of(("size", PropertyValue.Of(9)));
        Fake.Calls.Clear();

        var run = await Engine.RefreshAsync();

        Assert.That(run.Succeeded, Is.True, run.ToString());
        Assert.That(run.Changes, Is.EqualTo("same 1, update 1"));
        var read = Fake.Requests<ReadRequest>("a").Single();
        Assert.That((read.Inputs.Fields["size"].NumberValue, read.Properties.Fields["size"].NumberValue, read.Id), Is.EqualTo((1, 1, "id-1")));
        Assert.That(Engine.Entry("a").Inputs["size"], Is.EqualTo(PropertyValue.Of(9)));
        Assert.That(Engine.Entry("a").Outputs["size"], Is.EqualTo(PropertyValue.Of(9)));
        Assert.That(Engine.Entry("b").Modified, Is.EqualTo(before.Modified));
        Assert.That(run.StepsOf("a"), Is.EqualTo(new[] { "refresh" }));
        var told = run.Events.OfType<ResourceOutputsEvent>().Single(outputs => Urn.Name(outputs.Step.Urn) == "a").Step;
        Assert.That(told.Operation, Is.EqualTo(StepOperation.Update));
        Assert.That(told.DetailedDiff!.Keys, Is.EqualTo(new[] { "size" }));
        Assert.That(Engine.Backend.History(Engine.Stack)[0].Kind, Is.EqualTo(UpdateKind.Refresh));
    }

    [Test]
    public async Task Engine_H62_Refresh_AsksForTheDiffTheOtherWayRound()
    {
        await Engine.UpAsync(A);
        Fake.Objects["id-1"] = PropertyMap.Of(("size", PropertyValue.Of(1)), ("color", PropertyValue.Of("red")));

        var run = await Engine.RefreshAsync();

        var diff = Fake.Requests<DiffRequest>("a").Single();
        Assert.That(diff.OldInputs.Fields.Keys, Is.EquivalentTo(new[] { "size", "color" }));
        Assert.That(diff.News.Fields.Keys, Is.EquivalentTo(new[] { "size" }));
        var told = run.Events.OfType<ResourceOutputsEvent>().Single(outputs => Urn.Name(outputs.Step.Urn) == "a").Step;
        Assert.That(told.DetailedDiff!["color"].Kind, Is.EqualTo(PropertyChangeKind.Add), "what the provider calls a deletion has appeared");
    }

    [Test]
    public async Task Engine_H62_Refresh_RemovesWhatIsGoneAndEveryReferenceToIt()
    {
        await Engine.UpAsync(A, new TestResource("b") { DependsOn = ["a"], DeletedWith = "a" }.With("of", TestProgram.Output("a", "size")), new TestResource("child") { Parent = "a" });
        Fake.Objects.TryRemove("id-1", out _);

        var run = await Engine.RefreshAsync();

        Assert.That(run.Changes, Is.EqualTo("same 2, delete 1"), run.ToString());
        var b = Engine.Entry("b");
        Assert.That(b.Dependencies, Is.Empty);
        Assert.That(b.PropertyDependencies["of"], Is.Empty);
        Assert.That(b.DeletedWith, Is.Empty);
        Assert.That(Engine.Entry("child").Parent, Is.EqualTo(EngineTest.RootUrn));
        Assert.That(Fake.CallsOf("Delete"), Is.Empty);
    }

    [Test]
    public async Task Engine_H62_Refresh_KeepsInputsWhereTheAnswerHasNone()
    {
        await Engine.UpAsync(A);
        Fake.OnRead = request => new ReadResponse { Id = request.Id, Properties = EngineTest.Bag(("size", 1), ("url", "x")) };

        await Engine.RefreshAsync();

        Assert.That(Engine.Entry("a").Inputs.Keys, Is.EqualTo(new[] { "size" }));
        Assert.That(Engine.Entry("a").Outputs.Keys, Is.EqualTo(new[] { "size", "url" }));
    }

    [Test]
    public async Task Engine_H62_UnhealthyObject_IsAWarning()
    {
        await Engine.UpAsync(A);
        Fake.OnRead = request => throw FakeProvider.PartialFailure(request.Id, PropertyMap.Of(("size", PropertyValue.Of(1))), "degraded");

        var run = await Engine.RefreshAsync();

        Assert.That(run.Succeeded, Is.True, run.ToString());
        Assert.That(run.Messages(DiagnosticSeverity.Warning).Single(), Is.EqualTo("Refreshed resource is in an unhealthy state:\n* degraded"));
        Assert.That(Engine.Entry("a").InitErrors, Is.EqualTo(new[] { "degraded" }));
    }

    [Test]
    public async Task Engine_H62_FailedRead_DoesNotStopTheOthers()
    {
        await Engine.UpAsync(A, new TestResource("b"), new TestResource("c"));
        Fake.OnRead = request => request.Name == "b" ? throw FakeProvider.Error(StatusCode.PermissionDenied, "forbidden") : null;
        Fake.Objects["id-1"] = PropertyMap.Of(("size", PropertyValue.Of(2)));

        var run = await Engine.UpAsync(new TestProgram(A), options => options with { Refresh = true });
        var refresh = await Engine.RefreshAsync();

        Assert.That(run.Succeeded, Is.False);
        Assert.That(refresh.Succeeded, Is.False);
        Assert.That(refresh.Errors, Is.EqualTo(new[] { "forbidden", "refresh failed" }));
        Assert.That(Fake.CallsOf("Delete"), Is.Empty);
        Assert.That(Engine.Entry("a").Outputs["size"], Is.EqualTo(PropertyValue.Of(2)));
        Assert.That(Engine.Entry("b").Id, Is.EqualTo("id-2"));
    }

    [Test]
    public async Task Engine_H62_PreviewOfRefresh_ReadsAndSavesNothing()
    {
        await Engine.UpAsync(A);
        Fake.Objects["id-1"] = PropertyMap.Of(("size", PropertyValue.Of(2)));
        var state = await File.ReadAllTextAsync(Engine.StatePath);

        var run = await Engine.RunAsync(UpdateKind.Refresh, preview: true, program: null);

        Assert.That(run.Changes, Is.EqualTo("update 1"));
        Assert.That(await File.ReadAllTextAsync(Engine.StatePath), Is.EqualTo(state));
    }

    [Test]
    public async Task Engine_H63_Destroy_RunsNoProgramAndEmptiesTheStack()
    {
        await Engine.UpAsync(A, new TestResource("b") { DependsOn = ["a"] });
        var preview = await Engine.RunAsync(UpdateKind.Destroy, preview: true, program: null);

        var run = await Engine.DestroyAsync();

        Assert.That(preview.Changes, Is.EqualTo("delete 3"));
        Assert.That(run.Changes, Is.EqualTo("delete 3"), run.ToString());
        Assert.That(run.Steps, Is.EqualTo(new[] { "delete b", "delete a" }));
        Assert.That(Engine.State().Resources, Is.Empty);
        Assert.That(Engine.Backend.History(Engine.Stack).Select(entry => entry.Kind), Is.EqualTo(new[] { UpdateKind.Destroy, UpdateKind.Update }));
        Assert.That(Fake.Requests<ConfigureRequest>("default"), Has.Count.EqualTo(2), "a preview of destroy asks no provider");
    }

    [Test]
    public async Task Engine_H63_DestroyWithoutOwnSecrets_KeepsTheManagerOfTheState()
    {
        await Engine.UpAsync(new TestResource("a") { Options = request => request.Protect = true }.With("password", TestProgram.Secret("x")), new TestResource("b"));
        var before = Engine.StateJson().SelectToken("$.checkpoint.latest.secrets_providers")!;

        await Engine.DestroyAsync(options => options with { Secrets = null });

        Assert.That(Newtonsoft.Json.Linq.JToken.DeepEquals(Engine.StateJson().SelectToken("$.checkpoint.latest.secrets_providers"), before), Is.True);
        Assert.That(Engine.Entry("a").Inputs["password"], Is.EqualTo(PropertyValue.Secret(PropertyValue.Of("x"))));
    }

    [Test]
    public async Task Engine_H64_Target_LeavesTheOthersWordForWord()
    {
        TestResource[] program = [A, new TestResource("b").With("size", 1), new TestResource("c") { DependsOn = ["b"] }.With("size", 1)];
        await Engine.UpAsync(program);
        var before = Engine.Entry("b");
        Fake.Calls.Clear();

        var run = await Engine.UpAsync(
            new TestProgram(A.With("size", 2), program[1].With("size", 2), program[2].With("size", 2)), options => options with { Targets = [EngineTest.UrnOf("a")] });

        Assert.That(run.Succeeded, Is.True, run.ToString());
        Assert.That(run.Steps, Is.EqualTo(new[] { "update a", "same b", "same c" }));
        Assert.That(Fake.Sequence("b") + Fake.Sequence("c"), Is.Empty);
        Assert.That(Engine.Entry("b").Inputs, Is.EqualTo(before.Inputs));
    }

    [Test]
    public async Task Engine_H64_SkippedCreate_IsUnknownToTheProgram()
    {
        var program = new TestProgram(A, new TestResource("new"));
        await Engine.UpAsync(A);

        var run = await Engine.UpAsync(program, options => options with { Targets = [EngineTest.UrnOf("a")] });

        Assert.That(run.Succeeded, Is.True, run.ToString());
        Assert.That(program.Answers["new"].Unknown, Is.True);
        Assert.That(Engine.State().Resources.Any(resource => Urn.Name(resource.Urn) == "new"), Is.False);
    }

    [Test]
    public async Task Engine_H64_TargetThatNeedsASkippedCreate_IsAnError()
    {
        await Engine.UpAsync(A);

        var run = await Engine.UpAsync(
            new TestProgram(new TestResource("new"), A with { DependsOn = ["new"] }), options => options with { Targets = [EngineTest.UrnOf("a")] });

        Assert.That(run.Errors[0], Is.EqualTo($"Resource '{EngineTest.UrnOf("a")}' depends on '{EngineTest.UrnOf("new")}' which was was not specified in --target list."));
    }

    [Test]
    public async Task Engine_H64_UnknownTarget_IsAnError()
    {
        await Engine.UpAsync(A);

        var run = await Engine.DestroyAsync(options => options with { Targets = [EngineTest.UrnOf("nobody")] });

        Assert.That(run.Succeeded, Is.False);
        Assert.That(run.Errors[0], Is.EqualTo($"Target '{EngineTest.UrnOf("nobody")}' could not be found in the stack. Did you forget to escape $ in your shell?"));
    }

    [Test]
    public async Task Engine_H64_UnknownTargetOfAnUpdate_IsAnErrorInTheEnd()
    {
        var run = await Engine.UpAsync(new TestProgram(A), options => options with { Targets = [EngineTest.UrnOf("nobody")] });

        Assert.That(run.Succeeded, Is.False);
        Assert.That(run.Errors[0], Does.StartWith($"Target '{EngineTest.UrnOf("nobody")}' could not be found in the stack."));
        Assert.That(Fake.Objects, Is.Empty);
    }

    [Test]
    public async Task Engine_H64_TargetedDestroy_NeedsTheDependentsToo()
    {
        await Engine.UpAsync(A, new TestResource("b") { DependsOn = ["a"] }, new TestResource("c"));

        var refused = await Engine.DestroyAsync(options => options with { Targets = [EngineTest.UrnOf("a")] });
        var run = await Engine.DestroyAsync(options => options with { Targets = [EngineTest.UrnOf("a")], TargetDependents = true });

        Assert.That(refused.Errors[0], Does.StartWith($"Resource '{EngineTest.UrnOf("b")}' will be destroyed but was not specified in --target list."));
        Assert.That(run.Steps, Is.EqualTo(new[] { "delete b", "delete a" }), run.ToString());
        Assert.That(Engine.Entry("c").Id, Is.EqualTo("id-3"));
    }

    [TestCase("urn:pulumi:dev::proj::fake:index:Thing::a*", "a a2")]
    [TestCase("**", "a a2 b")]
    [TestCase("urn:pulumi:*::proj::fake:*:Thing::b", "b")]
    public async Task Engine_H64_Wildcards(string target, string updated)
    {
        TestResource[] program = [A, new TestResource("a2").With("size", 1), new TestResource("b").With("size", 1)];
        await Engine.UpAsync(program);

        var run = await Engine.UpAsync(new TestProgram([.. program.Select(resource => resource.With("size", 2))]), options => options with { Targets = [target] });

        Assert.That(string.Join(' ', run.Steps.Where(step => step.StartsWith("update", StringComparison.Ordinal)).Select(step => step.Split(' ')[1])), Is.EqualTo(updated));
    }

    [Test]
    public async Task Engine_H65_Replace_ReplacesWithoutADiff()
    {
        await Engine.UpAsync(A, new TestResource("b"));
        Fake.Calls.Clear();

        var run = await Engine.UpAsync(new TestProgram(A), options => options with { Replace = [EngineTest.UrnOf("a")] });

        Assert.That(run.StepsOf("a"), Is.EqualTo(new[] { "create-replacement", "replace", "delete-replaced" }), run.ToString());
        Assert.That(Fake.Sequence("a"), Is.EqualTo("Check Create Delete"));
        Assert.That(Engine.Entry("b").Id, Is.EqualTo("id-2"), "what is not named is not deleted");
    }

    [Test]
    public async Task Engine_H65_ExpectNoChanges_IsAnsweredByTheResult()
    {
        await Engine.UpAsync(A);

        Assert.That((await Engine.PreviewAsync(A)).Result.HasChanges, Is.False);
        Assert.That((await Engine.PreviewAsync(A.With("size", 2))).Result.HasChanges, Is.True);
    }

    [Test]
    public async Task Engine_H66_RefreshBeforeUp_WorksOnTheRefreshedState()
    {
        await Engine.UpAsync(A);
        Fake.Objects["id-1"] = PropertyMap.Of(("size", PropertyValue.Of(9)));

        var run = await Engine.UpAsync(new TestProgram(A), options => options with { Refresh = true });

        Assert.That(run.StepsOf("a"), Is.EqualTo(new[] { "refresh", "update" }), run.ToString());
        Assert.That(run.Changes, Is.EqualTo("same 1, update 1"));
        Assert.That(Fake.Objects["id-1"]["size"], Is.EqualTo(PropertyValue.Of(1)));
    }

    [Test]
    public async Task Engine_H66_RefreshBeforeUp_MakesWhatWasDeletedAgain()
    {
        await Engine.UpAsync(A);
        Fake.Objects.Clear();

        var run = await Engine.UpAsync(new TestProgram(A), options => options with { Refresh = true });

        Assert.That(run.StepsOf("a"), Is.EqualTo(new[] { "refresh", "create" }), run.ToString());
        Assert.That(Fake.Objects.Keys, Is.EqualTo(new[] { "id-2" }));
    }

    [Test]
    public async Task Engine_H66_RefreshBeforeUpdateOfTheProvider_ReadsFirst()
    {
        Fake.OnCreate = request => Task.FromResult<CreateResponse?>(new CreateResponse { Id = "id-1", Properties = request.Properties, RefreshBeforeUpdate = true });
        await Engine.UpAsync(A);
        var version = (int?)Engine.StateJson()["version"];
        Fake.Objects["id-1"] = PropertyMap.Of(("size", PropertyValue.Of(9)));
        Fake.Calls.Clear();

        var run = await Engine.UpAsync(A);

        Assert.That(version, Is.EqualTo(4));
        Assert.That(Fake.Sequence("a"), Is.EqualTo("Read Diff Check Diff Update"));
        Assert.That(run.Changes, Is.EqualTo("same 1, update 1"), run.ToString());
    }

    [Test]
    public async Task Engine_H69_FirstInterrupt_FinishesWhatRuns()
    {
        using var graceful = new CancellationTokenSource();
        var canceled = new TaskCompletionSource();
        Fake.OnCancel = () => canceled.TrySetResult();
        Fake.OnCreate = async _ =>
        {
            await graceful.CancelAsync();
            await canceled.Task.WaitAsync(EngineTest.Patience);
            return null;
        };

        var run = await Engine.RunAsync(UpdateKind.Update, false, new TestProgram(A, new TestResource("b")), graceful: graceful.Token);

        Assert.That(run.Result.Outcome, Is.EqualTo(UpdateOutcome.Canceled), run.ToString());
        Assert.That(Engine.Entry("a").Id, Is.EqualTo("id-1"));
        Assert.That(Fake.Sequence("b"), Does.Not.Contain("Create"));
        Assert.That(Engine.State().PendingOperations, Is.Empty);
        Engine.Backend.Lock(Engine.Stack).Dispose();
    }

    [Test]
    public async Task Engine_H69_InterruptInTheLastStep_DoesNotWaitForAProgramThatWaits()
    {
        using var graceful = new CancellationTokenSource();
        Fake.OnCreate = async _ =>
        {
            await graceful.CancelAsync();
            return null;
        };
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        Engine.Environment = Engine.Environment with { Time = time };

        var run = await Engine.RunAsync(UpdateKind.Update, false, new TestProgram(A), graceful: graceful.Token);

        Assert.That(run.Result.Outcome, Is.EqualTo(UpdateOutcome.Canceled), "with a clock that stands still, whoever waits for it waits for ever");
    }

    [Test]
    public async Task Engine_H69_SecondInterrupt_LeavesTheOperationPending()
    {
        using var graceful = new CancellationTokenSource();
        using var immediate = new CancellationTokenSource();
        Fake.OnCreate = async _ =>
        {
            await graceful.CancelAsync();
            await immediate.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);
            return null;
        };

        var run = await Engine.RunAsync(UpdateKind.Update, false, new TestProgram(A), graceful: graceful.Token, immediate: immediate.Token);

        Assert.That(run.Result.Outcome, Is.EqualTo(UpdateOutcome.Canceled), run.ToString());
        Assert.That(Engine.State().PendingOperations.Select(operation => Urn.Name(operation.Resource.Urn)), Is.EqualTo(new[] { "a" }));
        Assert.That(run.Events[^1], Is.InstanceOf<CancelEvent>());
        Engine.Backend.Lock(Engine.Stack).Dispose();
    }

    [Test]
    public async Task Engine_H69_ProviderThatDies_LeavesTheOperationPending()
    {
        Fake.OnCreate = _ =>
        {
            Fake.Crash();
            return Task.FromResult<CreateResponse?>(null);
        };

        var run = await Engine.UpAsync(A);

        Assert.That(run.Succeeded, Is.False);
        Assert.That(Engine.State().PendingOperations.Select(operation => Urn.Name(operation.Resource.Urn)), Is.EqualTo(new[] { "a" }));
        Assert.That(run.Result.MaybeCorrupt, Is.True);
    }

    [Test]
    public async Task Engine_H70_ImportCommand_BringsObjectsIn()
    {
        await Engine.UpAsync(new TestResource("existing"));
        Fake.Objects["there"] = PropertyMap.Of(("size", PropertyValue.Of(1)), ("color", PropertyValue.Of("red")));
        Fake.OnCheck = _ => new CheckResponse { Failures = { new CheckFailure { Property = "color", Reason = "not blue" } } };
        Fake.Calls.Clear();

        var run = await ImportAsync(
            new ImportRequest("fake:index:Thing", "a", "there"), new ImportRequest("fake:index:Thing", "b", "there") { Protect = false, Properties = ["size"] });

        Assert.That(run.Succeeded, Is.True, run.ToString());
        Assert.That(Fake.Sequence("a"), Is.EqualTo("Read Check"));
        Assert.That(run.Messages(DiagnosticSeverity.Warning).First(), Does.Contain("almost certainly a bug in the `fake` provider").And.Contain("not blue"));
        var (a, b) = (Engine.Entry("a"), Engine.Entry("b"));
        Assert.That((a.Protect, a.ImportId, a.Id, a.Parent), Is.EqualTo((true, string.Empty, "there", EngineTest.RootUrn)));
        Assert.That(a.Inputs.Keys, Is.EqualTo(new[] { "color", "size" }));
        Assert.That(b.Protect, Is.False);
        Assert.That(b.Inputs.Keys, Is.EqualTo(new[] { "size" }));
        Assert.That(Engine.Entry("existing").Provider, Is.EqualTo(a.Provider));
        Assert.That(run.Result.ResourceChanges[StepOperation.Import], Is.EqualTo(2));
    }

    [Test]
    public async Task Engine_H70_ImportCommandOnAnEmptyStack_MakesRootAndProvider()
    {
        Fake.Objects["there"] = PropertyMap.Of(("size", PropertyValue.Of(1)));

        var preview = await ImportAsync(preview: true, new ImportRequest("fake:index:Thing", "a", "there"));
        var run = await ImportAsync(new ImportRequest("fake:index:Thing", "a", "there"));

        Assert.That(preview.Succeeded, Is.True, preview.ToString());
        Assert.That(run.Succeeded, Is.True, run.ToString());
        Assert.That(Engine.State().Resources.Select(resource => Urn.Name(resource.Urn)), Is.EqualTo(new[] { "proj-dev", "default", "a" }));
    }

    [Test]
    public async Task Engine_H70_ImportCommandErrors_HaveTheirTexts()
    {
        await Engine.UpAsync(A);

        var missing = await ImportAsync(new ImportRequest("fake:index:Thing", "x", "nowhere"));
        var existing = await ImportAsync(new ImportRequest("fake:index:Thing", "a", "other"));
        var again = await ImportAsync(new ImportRequest("fake:index:Thing", "a", "id-1"));
        var orphan = await ImportAsync(new ImportRequest("fake:index:Thing", "x", "id-1") { Parent = EngineTest.UrnOf("nobody") });

        Assert.That(missing.Errors[0], Is.EqualTo("resource 'nowhere' does not exist"));
        Assert.That(existing.Errors[0], Is.EqualTo($"resource '{EngineTest.UrnOf("a")}' already exists"));
        Assert.That(again.Succeeded, Is.True, again.ToString());
        Assert.That(orphan.Errors[0], Is.EqualTo($"could not find parent resource {EngineTest.UrnOf("nobody")}"));
    }

    private Task<TestRun> ImportAsync(params ImportRequest[] requests) => ImportAsync(false, requests);

    private Task<TestRun> ImportAsync(bool preview, params ImportRequest[] requests) =>
        Engine.RunAsync(UpdateKind.ResourceImport, preview, null, options => options with { Imports = [.. requests] });
}
