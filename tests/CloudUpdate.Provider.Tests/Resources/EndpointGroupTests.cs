using CloudUpdate.Emulator;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using Grpc.Core;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>What is odd about endpoint groups.</summary>
public sealed class EndpointGroupTests
{
    private static readonly ResourceCase s_case = ResourceCases.EndpointGroup;

    [Test]
    public async Task Update_TrafficDialZeroAndDescriptionEmpty_AreSent()
    {
        await using var bench = await s_case.StartAsync();
        var thing = bench.Resource(s_case.Token);

        await thing.UpAsync(s_case.Door.With(Bag.Of(("trafficDialPercentage", 0), ("description", ""))));
        var again = await thing.UpAsync(s_case.Door.With(Bag.Of(("trafficDialPercentage", 0), ("description", ""))));

        Assert.Multiple(() =>
        {
            Assert.That(bench.Written.Single(), Is.EqualTo(JObject.Parse("""{"endpoint_group":{"description":"","traffic_dial_percentage":0}}""")));
            Assert.That(again.Op, Is.EqualTo(Op.Same));
        });
    }

    [Test]
    public async Task Create_TrafficDialZero_IsSent()
    {
        await using var bench = await s_case.StartAsync();

        await bench.Resource(s_case.Token).UpAsync(s_case.Creation!.With(Bag.Of(("trafficDialPercentage", 0))));

        Assert.That((int?)bench.Written.Single()!["endpoint_group"]!["traffic_dial_percentage"], Is.Zero);
    }

    [Test]
    public async Task Create_AnotherGroupOfThatNameExists_MakesASecondOneAfterALostAnswerToo()
    {
        await using var bench = await s_case.StartAsync();
        await bench.Resource(s_case.Token, "first").UpAsync(s_case.Creation!);
        bench.Emulator.Faults.Add(Fault.ConnectionReset(FaultPoint.AfterEffect) with { Method = "POST", Times = 1 });
        var second = bench.Resource(s_case.Token, "second");

        await second.UpAsync(s_case.Creation!.With(Bag.Of(("regionId", "ap-southeast-3"))));

        Assert.Multiple(() =>
        {
            Assert.That(bench.Emulator.Objects.List(s_case.Seeded.Kind), Has.Count.EqualTo(3));
            Assert.That(second.Outputs.Text("regionId"), Is.EqualTo("ap-southeast-3"));
        });
    }

    [Test]
    public async Task Update_DeletedMeanwhile_SaysThatARefreshForgetsIt()
    {
        await using var bench = await s_case.StartAsync();
        var thing = bench.Resource(s_case.Token);
        await thing.UpAsync(s_case.Door);
        bench.Emulator.Objects.Remove(s_case.Seeded.Kind, s_case.Seeded.Key);

        var error = Assert.ThrowsAsync<RpcException>(() => thing.UpAsync(s_case.AllChanges));

        Assert.Multiple(() =>
        {
            Assert.That(error!.StatusCode, Is.EqualTo(StatusCode.NotFound));
            Assert.That(error!.Status.Detail, Does.Contain("pulumi refresh"));
        });
    }

    [Test]
    public async Task Update_GroupOnItsWayOut_FailsWithoutWriting()
    {
        await using var bench = await s_case.StartAsync();
        var thing = bench.Resource(s_case.Token);
        await thing.UpAsync(s_case.Door);
        bench.Emulator.Objects.Change(s_case.Seeded.Kind, s_case.Seeded.Key, new JObject { ["status"] = "DELETING" });

        var error = Assert.ThrowsAsync<RpcException>(() => thing.UpAsync(s_case.AllChanges));

        Assert.Multiple(() =>
        {
            Assert.That(error!.Status.Detail, Does.Contain("DELETING"));
            Assert.That(bench.Written, Is.Empty);
        });
    }

    [Test]
    public async Task Lookups_OneAndMany_AnswerWhatTheCloudHas()
    {
        await using var bench = await s_case.StartAsync();
        await bench.ConfigureAsync();

        var one = await bench.InvokeAsync("cloudupdate:globalaccelerator:getEndpointGroup", Bag.Of(("endpointGroupId", ResourceCases.GroupId)));
        var many = await bench.InvokeAsync("cloudupdate:globalaccelerator:getEndpointGroups", Bag.Of(("listenerId", "1b11747a-b139-492f-9692-2df0b1c87193")));

        Assert.Multiple(() =>
        {
            Assert.That(one.Result.Text("name"), Is.EqualTo("endpoint-group-name"));
            Assert.That(((MapValue)one.Result["frozenInfo"]).Map["status"], Is.EqualTo(Bag.Value(0)));
            Assert.That(((ListValue)many.Result["endpointGroups"]).Items.Select(item => ((MapValue)item).Map.Text("endpointGroupId")), Is.EqualTo(new[] { ResourceCases.GroupId }));
        });
    }

    [Test]
    public async Task Lookup_NoSuchGroup_IsAnError()
    {
        await using var bench = await s_case.StartAsync();
        await bench.ConfigureAsync();

        var error = Assert.ThrowsAsync<RpcException>(() => bench.InvokeAsync("cloudupdate:globalaccelerator:getEndpointGroup", Bag.Of(("endpointGroupId", "none"))));

        Assert.That(error!.StatusCode, Is.EqualTo(StatusCode.NotFound));
    }
}
