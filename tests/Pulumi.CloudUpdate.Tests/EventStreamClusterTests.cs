using Pulumi.CloudUpdate.EventGrid;
using Pulumi.CloudUpdate.Tests.Mocks;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Pulumi.CloudUpdate.Tests;

/// <summary>Unit tests of a program that manages an event stream cluster.</summary>
internal sealed class EventStreamClusterTests
{
    private readonly CloudMocks _mocks = new()
    {
        Computed = new() { ["status"] = "RUNNING", ["jobCount"] = 1, ["ownership"] = "Created" },
        Answer = new() { ["clusterId"] = "c1", ["name"] = "orders", ["jobCount"] = 3 },
    };

    [Test]
    public async Task Cluster_OpenedToThePublic_HasGatewayAndAddress()
    {
        var resources = await Deployment.TestAsync(_mocks, new TestOptions { IsPreview = false }, () => Open("c1", "nat", Output.Create("eip")));

        var sent = _mocks.Resources.Single();
        using var scope = Assert.EnterMultipleScope();
        Assert.That((sent.Type, sent.Name), Is.EqualTo(("cloudupdate:eventgrid:EventStreamCluster", "cluster")));
        Assert.That(sent.Inputs, Is.EquivalentTo(new Dictionary<string, object>
        {
            ["clusterId"] = "c1",
            ["publicAccessEnabled"] = true,
            ["natId"] = "nat",
            ["eipId"] = "eip",
        }));
        Assert.That(await OutputUtilities.GetValueAsync(resources.OfType<EventStreamCluster>().Single().JobCount), Is.EqualTo(1));
    }

    [Test]
    public async Task Cluster_OfAnAddressThatIsNotKnownYet_LeavesItOutOfItsOutputs()
    {
        var resources = await Deployment.TestAsync(new EmptyMocks(), new TestOptions(), () =>
        {
            var first = new EventStreamCluster("first", new EventStreamClusterArgs { ClusterId = "c1" });
            Open("c2", "nat", first.Status.Apply(status => status ?? "none"));
        });

        var cluster = resources.OfType<EventStreamCluster>().Last();
        Assert.That(await OutputUtilities.GetIsKnownAsync(cluster.EipId), Is.False);
        Assert.That(await OutputUtilities.GetValueAsync(cluster.NatId), Is.EqualTo("nat"));
    }

    [Test]
    public async Task GetEventStreamCluster_ReadsTheAnswer()
    {
        GetEventStreamClusterResult? found = null;

        await Deployment.TestAsync(_mocks, new TestOptions(), async () =>
        {
            found = await GetEventStreamCluster.InvokeAsync(new GetEventStreamClusterArgs { ClusterId = "c1" });
            return new Dictionary<string, object?>();
        });

        Assert.That((found!.Name, found.JobCount), Is.EqualTo(("orders", 3)));
    }

    private static void Open(string clusterId, string natId, Output<string> eipId) => _ = new EventStreamCluster("cluster", new EventStreamClusterArgs
    {
        ClusterId = clusterId,
        PublicAccessEnabled = true,
        NatId = natId,
        EipId = eipId,
    });
}
