using CloudUpdate.Emulator;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Transport;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using CloudUpdate.TestKit.Time;
using Grpc.Core;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>What is odd about endpoint connections: an action that is made a declared state.</summary>
public sealed class VpcEndpointConnectionTests
{
    private const string Ghost = "99999999-71d3-4c0e-b6f2-3a58c4d91f07";

    private static readonly ResourceCase s_case = ResourceCases.VpcEndpointConnection;

    private static PropertyMap Decide(string action, params string[] endpoints) =>
        Bag.Of(("clusterId", ResourceCases.CssClusterId), ("action", action), ("endpointIdList", endpoints));

    [Test]
    public async Task Up_SomeEndpointsDecidedAlready_SendsOnlyTheOthers()
    {
        await using var bench = await s_case.StartAsync();
        var thing = bench.Resource(s_case.Token);

        await thing.UpAsync(Decide("receive", ResourceCases.EndpointId, ResourceCases.SecondEndpointId, ResourceCases.ThirdEndpointId));

        Assert.That(bench.Written.Single(), Is.EqualTo(new JObject
        {
            ["action"] = "receive",
            ["endpoint_id_list"] = new JArray(ResourceCases.EndpointId, ResourceCases.ThirdEndpointId),
        }));
    }

    [Test]
    public async Task Up_EndpointAdded_SendsThatOneAlone()
    {
        await using var bench = await s_case.StartAsync();
        var thing = bench.Resource(s_case.Token);
        await thing.UpAsync(Decide("receive", ResourceCases.EndpointId));
        bench.Emulator.Journal.Clear();

        var up = await thing.UpAsync(Decide("receive", ResourceCases.EndpointId, ResourceCases.ThirdEndpointId));

        Assert.Multiple(() =>
        {
            Assert.That(up.Details, Is.EqualTo(new[] { "endpointIdList[1] Add" }));
            Assert.That((JArray)bench.Written.Single()!["endpoint_id_list"]!, Is.EqualTo(new JArray(ResourceCases.ThirdEndpointId)));
            Assert.That(thing.Id, Is.EqualTo($"{ResourceCases.CssClusterId}/{ResourceCases.EndpointId}"));
        });
    }

    [Test]
    public async Task Up_EndpointRemoved_KeepsItsStatus()
    {
        await using var bench = await s_case.StartAsync();
        var thing = bench.Resource(s_case.Token);
        await thing.UpAsync(Decide("receive", ResourceCases.EndpointId, ResourceCases.ThirdEndpointId));
        bench.Emulator.Journal.Clear();

        var up = await thing.UpAsync(Decide("receive", ResourceCases.EndpointId));

        Assert.Multiple(() =>
        {
            Assert.That(up.Details, Is.EqualTo(new[] { "endpointIdList[1] Delete" }));
            Assert.That(bench.Written, Is.Empty);
            Assert.That(Status(bench, ResourceCases.ThirdEndpointId), Is.EqualTo("accepted"));
        });
    }

    [Test]
    public async Task Adopt_EndpointThatIsNotConnected_FailsWithWhatThereIs()
    {
        await using var bench = await s_case.StartAsync();
        var thing = bench.Resource(s_case.Token);

        var error = Assert.ThrowsAsync<RpcException>(() => thing.UpAsync(Decide("receive", ResourceCases.EndpointId, "no-such-endpoint")));

        Assert.Multiple(() =>
        {
            Assert.That(error!.StatusCode, Is.EqualTo(StatusCode.NotFound));
            Assert.That(error!.Status.Detail, Does.Contain("no-such-endpoint").And.Contain($"{ResourceCases.ThirdEndpointId} (pendingAcceptance)"));
            Assert.That(bench.Written, Is.Empty);
        });
    }

    [Test]
    public async Task Refresh_EndpointDeletedByItsOwner_StaysListedWithAWarningAndIsNotSent()
    {
        await using var bench = await s_case.StartAsync();
        var thing = bench.Resource(s_case.Token);
        var program = Decide("receive", ResourceCases.EndpointId, ResourceCases.ThirdEndpointId);
        await thing.UpAsync(program);
        bench.Emulator.Objects.Remove(ObjectKinds.CssConnection, $"{ResourceCases.ProjectId}/{ResourceCases.CssClusterId}/{ResourceCases.ThirdEndpointId}");
        bench.Emulator.Journal.Clear();

        var refreshed = await thing.RefreshAsync();
        var same = await thing.UpAsync(program);
        var rejected = await thing.UpAsync(Decide("reject", ResourceCases.EndpointId, ResourceCases.ThirdEndpointId));

        Assert.Multiple(() =>
        {
            Assert.That(refreshed!.DetailedDiff, Is.Empty);
            Assert.That(thing.Said, Has.Some.Contains("its owner deleted it"));
            Assert.That(same.Op, Is.EqualTo(Op.Same));
            Assert.That(rejected.Op, Is.EqualTo(Op.Update));
            Assert.That((JArray)bench.Written.Single()!["endpoint_id_list"]!, Is.EqualTo(new JArray(ResourceCases.EndpointId)));
        });
    }

    [Test]
    public async Task Import_EndpointsInSeveralStatuses_SaysWhichIsInWhich()
    {
        await using var bench = await s_case.StartAsync();
        var thing = bench.Resource(s_case.Token);

        var error = Assert.ThrowsAsync<RpcException>(() => thing.ImportAsync(
            $"{ResourceCases.CssClusterId}/{ResourceCases.EndpointId},{ResourceCases.SecondEndpointId},{ResourceCases.ThirdEndpointId}"));

        Assert.That(error!.Status.Detail, Does.Contain($"{ResourceCases.EndpointId} (rejected)")
            .And.Contain($"{ResourceCases.SecondEndpointId} (accepted)").And.Contain($"{ResourceCases.ThirdEndpointId} (pendingAcceptance)"));
    }

    [Test]
    public async Task Import_AcceptedEndpoints_DerivesTheAction()
    {
        await using var bench = await s_case.StartAsync();
        var thing = bench.Resource(s_case.Token);

        await thing.ImportAsync($"{ResourceCases.CssClusterId}/{ResourceCases.SecondEndpointId}");

        Assert.That(thing.Inputs.Text("action"), Is.EqualTo("receive"));
    }

    [Test]
    public async Task Up_ClusterBusyWithStatus202_IsWaitedForAndThenAnError()
    {
        await using var bench = await s_case.StartAsync(new EmulatorSettings { CssBusyIs202 = true });
        bench.Emulator.Objects.Change(ObjectKinds.CssCluster, $"{ResourceCases.ProjectId}/{ResourceCases.CssClusterId}", new JObject { ["status"] = "100" });
        var thing = bench.Resource(s_case.Token);

        var error = Assert.ThrowsAsync<RpcException>(() => thing.UpAsync(Decide("receive", ResourceCases.EndpointId)));

        Assert.Multiple(() =>
        {
            Assert.That(error!.Status.Detail, Does.Contain("CSS.0011").And.Contain("busy with another operation"));
            Assert.That(Status(bench, ResourceCases.EndpointId), Is.EqualTo("rejected"));
            Assert.That(bench.Written, Has.Count.GreaterThan(1));
        });
    }

    [Test]
    public async Task Up_EndpointServiceNotEnabled_IsExplained()
    {
        await using var bench = await s_case.StartAsync();
        bench.Emulator.Objects.Change(ObjectKinds.CssCluster, $"{ResourceCases.ProjectId}/{ResourceCases.CssClusterId}", new JObject { ["_vpcepservice"] = false });

        var error = Assert.ThrowsAsync<RpcException>(() => bench.Resource(s_case.Token).PreviewAsync(Decide("receive", ResourceCases.EndpointId)));

        Assert.That(error!.Status.Detail, Does.Contain("CSS.5182").And.Contain("endpoint service of the cluster is not enabled"));
    }

    [Test]
    public async Task Up_DecisionRefusedAsRepeated_IsSuccessWhereTheListSaysSo()
    {
        await using var bench = await s_case.StartAsync(new EmulatorSettings { CssRefusesRepeatedDecision = true });
        bench.Emulator.Faults.Add(Fault.ConnectionReset(FaultPoint.AfterEffect) with { Method = "POST", Times = 1 });
        var thing = bench.Resource(s_case.Token);

        await thing.UpAsync(Decide("receive", ResourceCases.EndpointId));

        Assert.That(Status(bench, ResourceCases.EndpointId), Is.EqualTo("accepted"));
    }

    [Test]
    public async Task Up_BatchAppliedByHalves_SaysForWhichAndTheNextUpdateFinishes()
    {
        await using var bench = await s_case.StartAsync();
        var thing = bench.Resource(s_case.Token);
        await thing.UpAsync(Decide("reject", ResourceCases.EndpointId));
        var half = new JObject { ["connections"] = new JArray(Shown(ResourceCases.EndpointId, "rejected"), Shown(Ghost, "rejected")), ["total_count"] = 2 };
        bench.Emulator.Faults.Add(new Fault { Method = "GET", Status = 200, Body = half.ToString(), Times = 1 });
        ResourceCases.Connect(bench.Emulator, ResourceCases.ThirdEndpointId, "pendingAcceptance");

        var error = Assert.ThrowsAsync<RpcException>(() => thing.UpAsync(Decide("receive", ResourceCases.EndpointId, Ghost)));

        Assert.Multiple(() =>
        {
            Assert.That(error!.Status.Detail, Does.Contain($"in force for {ResourceCases.EndpointId}, not for {Ghost}"));
            Assert.That(thing.InitErrors, Is.Not.Empty);
            Assert.That(Status(bench, ResourceCases.EndpointId), Is.EqualTo("accepted"));
        });
    }

    [Test]
    public async Task Refresh_DeniedCluster_IsAnErrorAndOnlyAMissingOneIsGone()
    {
        await using var bench = await s_case.StartAsync();
        var thing = bench.Resource(s_case.Token);
        await thing.UpAsync(s_case.Door);
        bench.Emulator.Faults.Add(Fault.Answer(403, """{"errCode":"CSS.0015","externalMessage":"CSS.0015 : No resources are found or the access is denied."}""")
            with
        { Operation = "css.listConnections", Times = 1 });

        var denied = Assert.ThrowsAsync<RpcException>(() => thing.RefreshAsync());
        bench.Emulator.Objects.Change(ObjectKinds.CssCluster, $"{ResourceCases.ProjectId}/{ResourceCases.CssClusterId}", new JObject { ["_deleted"] = true });
        await thing.RefreshAsync();

        Assert.Multiple(() =>
        {
            Assert.That(denied!.StatusCode, Is.EqualTo(StatusCode.PermissionDenied));
            Assert.That(thing.Exists, Is.False);
        });
    }

    [Test]
    public async Task Up_ConnectionFails_IsAFailure()
    {
        await using var bench = await s_case.StartAsync(new EmulatorSettings { Css = StateDelays.All(TimeSpan.FromSeconds(5)) });
        bench.Emulator.Faults.Add(Fault.FailedState() with { Method = "POST", Times = 1 });
        var thing = bench.Resource(s_case.Token);

        var error = Assert.ThrowsAsync<RpcException>(() => thing.UpAsync(Decide("receive", ResourceCases.EndpointId)));

        Assert.That(error!.Status.Detail, Does.Contain($"the connections of {ResourceCases.EndpointId} failed"));
    }

    [Test]
    public async Task Claim_OneEndpointInTwoResources_IsAnErrorThatNamesBoth()
    {
        await using var bench = await s_case.StartAsync();
        await bench.ConfigureAsync();
        var first = bench.Resource(s_case.Token, "first");
        var second = bench.Resource(s_case.Token, "second");
        await first.RunAsync(Decide("receive", ResourceCases.EndpointId, ResourceCases.SecondEndpointId), preview: false, configure: false);

        var error = Assert.ThrowsAsync<RpcException>(() => second.RunAsync(Decide("reject", ResourceCases.EndpointId), preview: false, configure: false));

        Assert.That(error!.Status.Detail, Does.Contain(first.Urn).And.Contain(second.Urn));
    }

    [Test]
    public async Task Wait_ForAnotherWriteToTheCluster_EndsWithCancel()
    {
        await using var bench = await s_case.StartAsync();
        await bench.ConfigureAsync();
        bench.Emulator.Faults.Add(Fault.Slow(TimeSpan.FromMinutes(1)) with { Method = "POST", Times = 1 });
        bench.Clock.AutoAdvance = false;
        var first = bench.Resource(s_case.Token, "first").RunAsync(Decide("receive", ResourceCases.EndpointId), preview: false, configure: false);
        await bench.Emulator.Faults.WaitForHeldAsync().OrTimeout();
        var second = bench.Resource(s_case.Token, "second").RunAsync(Decide("receive", ResourceCases.ThirdEndpointId), preview: false, timeout: 10, configure: false);
        await bench.Client.CancelAsync(new Google.Protobuf.WellKnownTypes.Empty()).ResponseAsync.OrTimeout();
        var error = Assert.ThrowsAsync<RpcException>(() => second);
        await first.ContinueWith(_ => { }, TaskScheduler.Default).OrTimeout();
        Assert.Multiple(() =>
        {
            Assert.That(error!.StatusCode, Is.EqualTo(StatusCode.Cancelled));
            Assert.That(StatusDetails.Find<ErrorResourceInitFailed>(error!), Is.Null);
            Assert.That(Status(bench, ResourceCases.ThirdEndpointId), Is.EqualTo("pendingAcceptance"));
        });
    }

    [Test]
    public async Task Wait_ForAnotherWriteToTheCluster_EndsWithTheDeadline()
    {
        await using var bench = await s_case.StartAsync();
        await bench.ConfigureAsync();
        bench.Emulator.Faults.Add(Fault.Slow(TimeSpan.FromHours(10)) with { Method = "POST" });
        bench.Clock.AutoAdvance = false;
        var first = bench.Resource(s_case.Token, "first").RunAsync(Decide("receive", ResourceCases.EndpointId), preview: false, timeout: 36_000, configure: false);
        await bench.Emulator.Faults.WaitForHeldAsync().OrTimeout();
        bench.Clock.AutoAdvance = true;
        var second = bench.Resource(s_case.Token, "second").RunAsync(Decide("receive", ResourceCases.ThirdEndpointId), preview: false, timeout: 10, configure: false);
        var error = Assert.ThrowsAsync<RpcException>(() => second);
        await bench.Client.CancelAsync(new Google.Protobuf.WellKnownTypes.Empty()).ResponseAsync.OrTimeout();
        await first.ContinueWith(_ => { }, TaskScheduler.Default).OrTimeout();
        Assert.Multiple(() =>
        {
            Assert.That(error!.Status.Detail, Does.Contain("other writes to its parent did not end in time"));
            Assert.That(StatusDetails.Find<ErrorResourceInitFailed>(error!), Is.Null);
            Assert.That(Status(bench, ResourceCases.ThirdEndpointId), Is.EqualTo("pendingAcceptance"));
        });
    }

    [Test]
    public async Task Lookup_Connections_ListsAllWithPermissions()
    {
        await using var bench = await s_case.StartAsync();
        await bench.ConfigureAsync();

        var found = await bench.InvokeAsync("cloudupdate:css:getVpcEndpointConnections", Bag.Of(("clusterId", ResourceCases.CssClusterId)));

        Assert.Multiple(() =>
        {
            Assert.That(((ListValue)found.Result["connections"]).Items, Has.Length.EqualTo(3));
            Assert.That(found.Result["vpcepUpdateSwitch"], Is.EqualTo(Bag.Value(false)));
            Assert.That(((ListValue)found.Result["permissions"]).Items, Is.Empty);
            Assert.That(found.Result.Text("vpcServiceName"), Is.Not.Empty);
        });
    }

    private static JObject Shown(string id, string status) => new() { ["id"] = id, ["status"] = status };

    private static string? Status(Workbench bench, string endpoint) =>
        (string?)bench.Emulator.Objects.Get(ObjectKinds.CssConnection, $"{ResourceCases.ProjectId}/{ResourceCases.CssClusterId}/{endpoint}")?["status"];
}
