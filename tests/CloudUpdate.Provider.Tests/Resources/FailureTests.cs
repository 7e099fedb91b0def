using CloudUpdate.Emulator;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Transport;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using CloudUpdate.TestKit.Time;
using Grpc.Core;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>What goes wrong: nothing that exists is lost, and the next update puts it right.</summary>
public sealed class FailureTests
{
    private static Fault Writes(ResourceCase resource, Fault fault) => fault with { Method = resource.UpdateRequest.Split(' ')[0], Times = fault.Times ?? 1 };

    // Every failure state of the tables, and states that are in no table, as clouds have them.
    private static IEnumerable<TestCaseData> FailureStates => ResourceCases.WithStates.SelectMany(resource =>
        Catalog.Product.Resource(resource.Token)!.States!.Failed.Order(StringComparer.Ordinal).Select(state =>
            new TestCaseData(resource, state).SetArgDisplayNames(resource.ToString(), state)));

    private static IEnumerable<TestCaseData> WaitStates => ResourceCases.WithStates.SelectMany(resource =>
        new[] { "CREATING", "PENDING", "UPDATING", "SOMETHING_NEW" }.Select(state => new TestCaseData(resource, state).SetArgDisplayNames(resource.ToString(), state)));

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.All))]
    public async Task Update_RefusedByTheCloud_ChangesNothingInTheState(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Door);
        var (inputs, outputs) = (thing.Inputs, thing.Outputs);
        bench.Emulator.Faults.Add(Writes(resource, Fault.Answer(403)));

        var error = Assert.ThrowsAsync<RpcException>(() => thing.UpAsync(resource.AllChanges));

        Assert.Multiple(() =>
        {
            Assert.That(error!.StatusCode, Is.EqualTo(StatusCode.PermissionDenied));
            Assert.That(error!.Status.Detail, Does.StartWith("updating ").And.Contain(resource.HasRequestIds ? "request id" : "403"));
            Assert.That(StatusDetails.Find<ErrorResourceInitFailed>(error!), Is.Null);
            Assert.That((thing.Inputs, thing.Outputs), Is.EqualTo((inputs, outputs)));
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.All))]
    public async Task Adopt_RefusedByTheCloud_LeavesNoState(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        bench.Emulator.Faults.Add(Writes(resource, Fault.Answer(403)));

        var error = Assert.ThrowsAsync<RpcException>(() => thing.UpAsync(resource.AllChanges));

        Assert.Multiple(() =>
        {
            Assert.That(StatusDetails.Find<ErrorResourceInitFailed>(error!), Is.Null);
            Assert.That(thing.Exists, Is.False);
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.All))]
    public async Task Update_PartialFailure_IsStoredAndTheNextUpdateRepairsIt(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Door.With(Bag.Of(("onDelete", "Restore"))));
        bench.Emulator.Faults.Add(Writes(resource, Fault.ConnectionReset(FaultPoint.BeforeEffect) with { Times = 1000 }));
        var program = resource.AllChanges.With(Bag.Of(("onDelete", "Restore")));
        var old = thing.Inputs;

        var error = Assert.ThrowsAsync<RpcException>(() => thing.RunAsync(program, preview: false, timeout: 20));
        var partial = StatusDetails.Find<ErrorResourceInitFailed>(error!);
        bench.Emulator.Faults.Clear();
        var repaired = await thing.UpAsync(program);
        var again = await thing.UpAsync(program);

        Assert.Multiple(() =>
        {
            Assert.That(partial, Is.Not.Null);
            Assert.That(partial!.Id, Is.EqualTo(resource.Id));
            Assert.That(partial.Reasons, Is.Not.Empty);
            Assert.That(repaired.Op, Is.EqualTo(Op.Update));
            Assert.That(again.Op, Is.EqualTo(Op.Same));
            Assert.That(thing.Outputs.Keys, Has.None.EqualTo("__incomplete"));
            Assert.That(resource.Shows(thing.Outputs, First(resource)), $"{thing.Outputs}");
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.All))]
    public async Task Adopt_PartialFailure_IsStoredAndTheNextUpdateWithEqualInputsRepairsIt(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        bench.Emulator.Faults.Add(Writes(resource, Fault.ConnectionReset(FaultPoint.BeforeEffect) with { Times = 1000 }));

        Assert.ThrowsAsync<RpcException>(() => thing.RunAsync(resource.AllChanges, preview: false, timeout: 20));
        bench.Emulator.Faults.Clear();
        bench.Emulator.Journal.Clear();
        var repaired = await thing.UpAsync(resource.AllChanges);

        Assert.Multiple(() =>
        {
            Assert.That(repaired.Op, Is.EqualTo(Op.Update));
            Assert.That(repaired.Diff!.DetailedDiff, Is.Empty);
            Assert.That(bench.Written, Has.Count.EqualTo(1));
            Assert.That(thing.InitErrors, Is.Empty);
            Assert.That(resource.Shows(thing.Outputs, First(resource)), $"{thing.Outputs}");
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.WithStates))]
    public async Task Update_StateStaysPending_TimesOutWithTheObjectStored(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync(new EmulatorSettings
        {
            GlobalAccelerator = StateDelays.All(TimeSpan.FromHours(1)),
            EventGrid = StateDelays.All(TimeSpan.FromHours(1)),
            Atlas = StateDelays.All(TimeSpan.FromHours(1)),
            AtlasDelaysPublicConnections = true,
        });
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Door);

        var error = Assert.ThrowsAsync<RpcException>(() => thing.RunAsync(resource.AllChanges, preview: false, timeout: 60));

        Assert.Multiple(() =>
        {
            Assert.That(error!.StatusCode, Is.EqualTo(StatusCode.DeadlineExceeded));
            Assert.That(StatusDetails.Find<ErrorResourceInitFailed>(error!)!.Id, Is.EqualTo(resource.Id));
            Assert.That(resource.Shows(thing.Outputs, First(resource)), $"{thing.Outputs}");
            Assert.That(bench.Host.Engine.Messages, Has.Some.Matches<LogRequest>(message => message.Ephemeral && message.Urn == thing.Urn));
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.WithStates))]
    public async Task Update_StateFails_IsAFailureWithTheCloudsReason(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Door);
        bench.Emulator.Faults.Add(Writes(resource, Fault.FailedState()));

        var error = Assert.ThrowsAsync<RpcException>(() => thing.UpAsync(resource.AllChanges));

        Assert.Multiple(() =>
        {
            Assert.That(error!.Status.Detail, Does.Contain(resource.FailedState));
            Assert.That(error!.Status.Detail, resource.HasRequestIds ? Does.Contain("request id") : Does.Contain("state"));
            Assert.That(thing.InitErrors, Is.Not.Empty);
            Assert.That(error!.Status.Detail, resource == ResourceCases.EventStreamCluster ? Does.Contain("The change failed.") : Does.Contain("state"));
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.WithStates))]
    public async Task Create_StateFails_StoresTheObjectWithItsId(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        bench.Emulator.Faults.Add(Fault.FailedState() with { Method = "POST", Times = 1 });

        var error = Assert.ThrowsAsync<RpcException>(() => thing.UpAsync(resource.Creation!));

        Assert.Multiple(() =>
        {
            Assert.That(StatusDetails.Find<ErrorResourceInitFailed>(error!)!.Id, Is.Not.Empty);
            Assert.That(bench.Emulator.Objects.List(resource.Seeded.Kind).Select(item => item.Key), Has.Some.EndsWith(thing.Id));
            Assert.That(thing.Outputs.Text("ownership"), Is.EqualTo("Created"));
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.All))]
    public async Task Cancel_DuringAnUpdate_EndsAtOnceAndStoresTheObject(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Door);
        bench.Clock.AutoAdvance = false;
        bench.Emulator.Faults.Add(Writes(resource, Fault.Slow(TimeSpan.FromHours(1), FaultPoint.AfterEffect)));

        var update = thing.RunAsync(resource.AllChanges, preview: false);
        await bench.Emulator.Faults.WaitForHeldAsync().OrTimeout();
        await bench.Client.CancelAsync(new Google.Protobuf.WellKnownTypes.Empty()).ResponseAsync.OrTimeout();
        var error = Assert.ThrowsAsync<RpcException>(() => update);

        Assert.Multiple(() =>
        {
            Assert.That(error!.StatusCode, Is.EqualTo(StatusCode.Cancelled));
            Assert.That(StatusDetails.Find<ErrorResourceInitFailed>(error!)!.Id, Is.EqualTo(resource.Id));
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.All))]
    public async Task Refresh_CloudRefusesOrFails_IsAnErrorAndNeverGone(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Door);
        bench.Emulator.Faults.Add(Fault.Answer(403, "{}") with { Method = "GET", Times = 1 });

        var denied = Assert.ThrowsAsync<RpcException>(() => thing.RefreshAsync());
        bench.Emulator.Faults.Add(Fault.NotJson(404) with { Method = "GET", Times = 1 });
        var page = Assert.ThrowsAsync<RpcException>(() => thing.RefreshAsync());

        Assert.Multiple(() =>
        {
            Assert.That(denied!.StatusCode, Is.EqualTo(StatusCode.PermissionDenied));
            Assert.That(page, Is.Not.Null);
            Assert.That(thing.Exists, Is.True);
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.WithStates))]
    public async Task Refresh_AfterAnUpdateThatDidNotEnd_KeepsItsReason(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync(new EmulatorSettings
        {
            GlobalAccelerator = StateDelays.All(TimeSpan.FromMinutes(5)),
            EventGrid = StateDelays.All(TimeSpan.FromMinutes(5)),
            Atlas = StateDelays.All(TimeSpan.FromMinutes(5)),
            AtlasDelaysPublicConnections = true,
        });
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Door);
        Assert.ThrowsAsync<RpcException>(() => thing.RunAsync(resource.AllChanges, preview: false, timeout: 60));

        var refresh = Assert.ThrowsAsync<RpcException>(() => thing.RefreshAsync());
        var reasons = thing.InitErrors;
        var repaired = await thing.UpAsync(resource.AllChanges);

        Assert.Multiple(() =>
        {
            Assert.That(StatusDetails.Find<ErrorResourceInitFailed>(refresh!)!.Inputs, Is.Not.Null);
            Assert.That(reasons.Single(), Does.Contain("did not end"));
            Assert.That(repaired.Op, Is.EqualTo(Op.Update));
            Assert.That(thing.Outputs.Keys, Has.None.EqualTo("__incomplete"));
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.Creatable))]
    public async Task Cancel_BeforeTheAnswerOfACreation_StoresTheObjectThatWasMade(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        bench.Clock.AutoAdvance = false;
        bench.Emulator.Faults.Add(Fault.Slow(TimeSpan.FromHours(1), FaultPoint.AfterEffect) with { Method = "POST", Times = 1 });
        var creation = thing.UpAsync(resource.Creation!);
        await bench.Emulator.Faults.WaitForHeldAsync().OrTimeout();
        await bench.Client.CancelAsync(new Google.Protobuf.WellKnownTypes.Empty()).ResponseAsync.OrTimeout();
        var error = Assert.ThrowsAsync<RpcException>(() => creation);
        Assert.Multiple(() =>
        {
            Assert.That(error!.StatusCode, Is.EqualTo(StatusCode.Cancelled));
            Assert.That(StatusDetails.Find<ErrorResourceInitFailed>(error!)?.Id, Is.Not.Null.And.Not.Empty);
            Assert.That(bench.Emulator.Objects.List(resource.Seeded.Kind).Select(item => item.Key), Has.Some.EndsWith(thing.Id));
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.Creatable))]
    public async Task Timeout_BeforeTheAnswerOfACreation_StoresTheObjectThatWasMadeAndTheNextUpdateGoesOn(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        bench.Emulator.Faults.Add(Fault.Slow(TimeSpan.FromMinutes(1), FaultPoint.AfterEffect) with { Method = "POST", Times = 1 });
        var error = Assert.ThrowsAsync<RpcException>(() => thing.RunAsync(resource.Creation!, preview: false, timeout: 10));
        var stored = thing.Id;
        var repaired = await thing.UpAsync(resource.Creation!);
        Assert.Multiple(() =>
        {
            Assert.That(error!.StatusCode, Is.EqualTo(StatusCode.DeadlineExceeded));
            Assert.That(StatusDetails.Find<ErrorResourceInitFailed>(error!)?.Id, Is.EqualTo(stored).And.Not.Empty);
            Assert.That(repaired.Op, Is.EqualTo(Op.Update));
            Assert.That(thing.Outputs.Text("ownership"), Is.EqualTo("Created"));
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.Creatable))]
    public async Task Timeout_CreationThatMadeNothing_StoresNothing(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        bench.Emulator.Faults.Add(Fault.ConnectionReset(FaultPoint.BeforeEffect) with { Method = "POST" });
        var error = Assert.ThrowsAsync<RpcException>(() => thing.RunAsync(resource.Creation!, preview: false, timeout: 10));
        Assert.Multiple(() =>
        {
            Assert.That(StatusDetails.Find<ErrorResourceInitFailed>(error!), Is.Null);
            Assert.That(thing.Exists, Is.False);
        });
    }

    [TestCaseSource(nameof(FailureStates))]
    public async Task Update_ObjectInAFailureState_IsAFailureThatNamesIt(object data, string state)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Door);
        bench.Emulator.Faults.Add(new Fault { Method = "GET", Status = 200, Body = InState(resource, resource.Object(bench), state).ToString() });
        var error = Assert.ThrowsAsync<RpcException>(() => thing.UpAsync(resource.AllChanges));
        Assert.That(error!.Status.Detail, Does.Contain(state));
    }

    [TestCaseSource(nameof(WaitStates))]
    public async Task Update_ObjectInAWaitState_WaitsUntilItIsThrough(object data, string state)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Door);
        bench.Emulator.Faults.Add(new Fault { Method = "GET", Times = 3, Status = 200, Body = InState(resource, resource.Object(bench), state).ToString() });
        var up = await thing.UpAsync(resource.AllChanges);
        Assert.Multiple(() =>
        {
            Assert.That(up.Op, Is.EqualTo(Op.Update));
            Assert.That(bench.Written, Has.Count.EqualTo(1));
            Assert.That(thing.Said, Has.Some.Contains($"is in state {state} since"));
        });
    }

    private static PropertyMap First(ResourceCase resource) => resource.AllChanges.Where((key, _) => key == resource.FirstProperty);

    private static JObject InState(ResourceCase resource, JObject item, string state)
    {
        var shown = (JObject)item.DeepClone();
        shown[resource.StateMember] = state;
        return resource.Wrapper is { } wrapper ? new JObject { [wrapper] = shown } : shown;
    }
}
