using CloudUpdate.Emulator;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using Grpc.Core;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>What no call changes: the type, the region, the networking. Names are unique in a workspace, so a replacement deletes first.</summary>
public sealed class ConnectionReplaceTests
{
    private static readonly PropertyMap s_elsewhere = Bag.Of(("region", "OREGON_USA"));

    private static readonly PropertyMap s_privately = Bag.Of(
        ("networking", Bag.Of(("access", Bag.Of(("type", "PRIVATE_LINK"), ("connectionId", "65b0b0b0b0b0b0b0b0b0b0b1"))))));

    private static IEnumerable<ResourceCase> WithNetworking =>
        [ConnectionCases.Kafka, ConnectionCases.Lambda, ConnectionCases.S3, ConnectionCases.Kinesis, ConnectionCases.Azure, ConnectionCases.PubSub];

    [TestCaseSource(typeof(ConnectionCases), nameof(ConnectionCases.All))]
    public async Task Replace_RegionChanges_DeletesFirstAndSaysWhy(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Creation!);
        bench.Emulator.Journal.Clear();

        var preview = await thing.PreviewAsync(resource.Creation!.With(s_elsewhere));
        var previewed = bench.Written.Count;
        var up = await thing.UpAsync(resource.Creation!.With(s_elsewhere));

        AssertReplaced(bench, preview, up, "region", "region");
        Assert.Multiple(() =>
        {
            Assert.That(previewed, Is.Zero);
            Assert.That(thing.Outputs.Text("region"), Is.EqualTo("OREGON_USA"));
        });
    }

    [TestCaseSource(nameof(WithNetworking))]
    public async Task Replace_NetworkingChanges_DeletesFirstAndSaysWhy(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        var open = resource.Creation!.With(Bag.Of(("networking", Bag.Of(("access", Bag.Of(("type", "PUBLIC")))))));
        await thing.UpAsync(open);
        bench.Emulator.Journal.Clear();

        var preview = await thing.PreviewAsync(open.With(s_privately));
        var up = await thing.UpAsync(open.With(s_privately));

        AssertReplaced(bench, preview, up, "networking", "networking.access.type");
        Assert.That(thing.Outputs["networking"], Is.EqualTo(s_privately["networking"]));
    }

    [Test]
    public async Task Replace_TypeChanges_DeletesFirstAndSaysWhy()
    {
        await using var bench = await ConnectionCases.Cluster.StartAsync();
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(ConnectionCases.Cluster.Creation!);
        bench.Emulator.Journal.Clear();
        var program = ConnectionCases.Https.Creation!.With("connectionName", ConnectionCases.Cluster.Creation!["connectionName"]);

        var preview = await thing.PreviewAsync(program);
        var up = await thing.UpAsync(program);

        Assert.Multiple(() =>
        {
            Assert.That(preview.Op, Is.EqualTo(Op.Replace));
            Assert.That(up.Diff!.DetailedDiff["type"].Kind, Is.EqualTo(PropertyDiff.Types.Kind.UpdateReplace));
            Assert.That(up.Diff!.Replaces, Is.EqualTo(new[] { "type" }));
            Assert.That(bench.Emulator.Journal.Writes.Select(entry => entry.Method), Is.EqualTo(new[] { "DELETE", "POST" }));
            Assert.That(thing.Outputs.Keys, Does.Contain("url").And.Not.Contain("clusterName"));
        });
    }

    [Test]
    public async Task Replace_TypeChangesForAnAdoptedOne_NeedsNoMoreThanTheNewType()
    {
        await using var bench = await ConnectionCases.Cluster.StartAsync();
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(ConnectionCases.Cluster.Door);

        var step = await thing.PreviewAsync(ConnectionCases.Door("Https", "orders-cluster"));

        Assert.Multiple(() =>
        {
            Assert.That(step.Failures.Single().Property, Is.EqualTo("type"));
            Assert.That(step.Failures.Single().Reason, Does.Contain("onDelete: Delete").And.Contain("without `adopt: true`"));
        });
    }

    [TestCaseSource(typeof(ConnectionCases), nameof(ConnectionCases.All))]
    public async Task Replace_AdoptedConnection_IsRefusedAtCheckWithTheTwoSteps(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Door.With(Bag.Of(("region", "VIRGINIA_USA"))));

        var step = await thing.PreviewAsync(resource.Door.With(s_elsewhere));

        Assert.Multiple(() =>
        {
            Assert.That(step.Failures.Single().Property, Is.EqualTo("region"));
            Assert.That(step.Failures.Single().Reason, Does.Contain("onDelete: Delete").And.Contain("without `adopt: true`"));
            Assert.That(bench.Written, Is.Empty);
        });
    }

    [TestCaseSource(typeof(ConnectionCases), nameof(ConnectionCases.All))]
    public async Task Replace_AdoptedConnectionInTheTwoSteps_DeletesItAndCreatesItAnew(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var old = (string?)resource.Object(bench)["id"];
        var thing = bench.Resource(resource.Token);
        var program = resource.Creation!.With("connectionName", resource.Door["connectionName"]).With(Bag.Of(("onDelete", "Delete")));
        await thing.UpAsync(resource.Door);

        var first = await thing.UpAsync(resource.Door.With(Bag.Of(("onDelete", "Delete"))));
        var second = await thing.UpAsync(program.With(s_elsewhere));

        Assert.Multiple(() =>
        {
            Assert.That((first.Op, second.Op), Is.EqualTo((Op.Update, Op.Replace)));
            Assert.That(thing.Outputs.Text("ownership"), Is.EqualTo("Created"));
            Assert.That((string?)resource.Object(bench)["id"], Is.Not.EqualTo(old));
            Assert.That((string?)resource.Object(bench)["region"], Is.EqualTo("OREGON_USA"));
        });
    }

    [TestCaseSource(typeof(ConnectionCases), nameof(ConnectionCases.All))]
    public async Task Replace_RetainedConnection_IsRefusedAtCheck(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        var retained = resource.Creation!.With(Bag.Of(("onDelete", "Retain"), ("region", "VIRGINIA_USA")));
        await thing.UpAsync(retained);

        var step = await thing.PreviewAsync(retained.With(s_elsewhere));

        Assert.That(step.Failures.Single().Reason, Does.StartWith("region cannot change").And.Contain("onDelete: Delete"));
    }

    [TestCaseSource(typeof(ConnectionCases), nameof(ConnectionCases.All))]
    public async Task Adopt_RegionDisagrees_SaysWhatItIs(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);

        var preview = Assert.ThrowsAsync<RpcException>(() => thing.PreviewAsync(resource.Door.With(s_elsewhere)));
        var up = Assert.ThrowsAsync<RpcException>(() => thing.UpAsync(resource.Door.With(s_elsewhere)));

        Assert.Multiple(() =>
        {
            Assert.That(preview!.Status.Detail, Does.Contain("region is \"VIRGINIA_USA\", but the program says \"OREGON_USA\""));
            Assert.That(up!.StatusCode, Is.EqualTo(StatusCode.InvalidArgument));
            Assert.That(bench.Written, Is.Empty);
        });
    }

    [Test]
    public async Task Adopt_TypeDisagrees_SaysWhatItIs()
    {
        await using var bench = await ConnectionCases.Cluster.StartAsync();

        var error = Assert.ThrowsAsync<RpcException>(() => bench.Resource(ConnectionCases.Token).UpAsync(ConnectionCases.Door("Https", "orders-cluster")));

        Assert.Multiple(() =>
        {
            Assert.That(error!.Status.Detail, Does.Contain("type is \"Cluster\", but the program says \"Https\""));
            Assert.That(bench.Written, Is.Empty);
        });
    }

    [Test]
    public async Task Refresh_MembersOfNetworkingThatAtlasDoesNotShow_AreNoDrift()
    {
        await using var bench = await ConnectionCases.S3.StartAsync(EmulatorSettings.Immediate);
        var thing = bench.Resource(ConnectionCases.Token);
        var program = ConnectionCases.S3.Creation!.With(Bag.Of(("networking", Bag.Of(("access", Bag.Of(
            ("type", "PRIVATE_LINK"), ("connectionId", "65b0b0b0b0b0b0b0b0b0b0b1"), ("name", "reserved")))))));
        await thing.UpAsync(program);
        bench.Meddle(program.Text("connectionName"), Newtonsoft.Json.Linq.JObject.Parse("""{ "networking": { "access": { "name": null } } }"""));

        var refreshed = await thing.RefreshAsync();
        var up = await thing.UpAsync(program);

        Assert.Multiple(() =>
        {
            Assert.That(refreshed!.DetailedDiff, Is.Empty);
            Assert.That(up.Op, Is.EqualTo(Op.Same));
        });
    }

    private static void AssertReplaced(Workbench bench, Step preview, Step up, string property, string path) => Assert.Multiple(() =>
    {
        Assert.That((preview.Op, up.Op), Is.EqualTo((Op.Replace, Op.Replace)));
        Assert.That(up.Diff!.Replaces, Is.EqualTo(new[] { property }));
        Assert.That(up.Diff!.DetailedDiff[path].Kind, Is.EqualTo(PropertyDiff.Types.Kind.UpdateReplace));
        Assert.That(up.Diff!.DeleteBeforeReplace, Is.True);
        Assert.That(bench.Emulator.Journal.Writes.Select(entry => entry.Method), Is.EqualTo(new[] { "DELETE", "POST" }));
    });
}
