using CloudUpdate.Emulator;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Transport;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using Grpc.Core;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>Connections take their time: slow states, reads that lag behind writes, deletions that must wait for their turn.</summary>
public sealed class ConnectionWaitTests
{
    private static readonly PropertyMap s_slow = ConnectionCases.Kafka.Creation!.With(Bag.Of(("networking", Bag.Of(("access", Bag.Of(("type", "VPC")))))));

    [Test]
    public async Task Create_Pending_WaitsWithProgressUntilItIsReady()
    {
        await using var bench = await StartAsync(TimeSpan.FromMinutes(29));
        var thing = bench.Resource(ConnectionCases.Token);
        var begin = bench.Clock.GetUtcNow();

        await thing.UpAsync(s_slow);

        Assert.Multiple(() =>
        {
            Assert.That(bench.Clock.GetUtcNow() - begin, Is.GreaterThanOrEqualTo(TimeSpan.FromMinutes(29)));
            Assert.That(thing.Outputs.Text("state"), Is.EqualTo("READY"));
            Assert.That(Progress(bench, thing), Has.Some.Contains("is in state PENDING"));
        });
    }

    [Test]
    public async Task Update_Pending_WaitsThoughTheAnswerSaysNothingOfTheState()
    {
        await using var bench = await StartAsync(TimeSpan.FromMinutes(29));
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(s_slow);
        var begin = bench.Clock.GetUtcNow();

        await thing.UpAsync(s_slow.With(ConnectionCases.Kafka.Changes[0]));

        Assert.Multiple(() =>
        {
            Assert.That(bench.Clock.GetUtcNow() - begin, Is.GreaterThanOrEqualTo(TimeSpan.FromMinutes(29)));
            Assert.That(thing.Outputs.Text("state"), Is.EqualTo("READY"));
        });
    }

    [TestCase(0, 40)]
    [TestCase(600, 10)]
    [TestCase(7200, 120)]
    public async Task Create_StillPendingAtTheDeadline_FailsWithTheObjectStored(double customTimeout, int minutes)
    {
        await using var bench = await StartAsync(TimeSpan.FromHours(5));
        var thing = bench.Resource(ConnectionCases.Token);
        var begin = bench.Clock.GetUtcNow();

        var error = Assert.ThrowsAsync<RpcException>(() => thing.RunAsync(s_slow, preview: false, timeout: customTimeout));

        Assert.Multiple(() =>
        {
            Assert.That(error!.StatusCode, Is.EqualTo(StatusCode.DeadlineExceeded));
            Assert.That(bench.Clock.GetUtcNow() - begin, Is.EqualTo(TimeSpan.FromMinutes(minutes)));
            Assert.That(StatusDetails.Find<ErrorResourceInitFailed>(error!)!.Id, Is.EqualTo(ConnectionCases.Id("clicks-kafka")));
            Assert.That(thing.Outputs.Text("state"), Is.EqualTo("PENDING"));
        });
    }

    [Test]
    public async Task Create_TimedOutAndThenReady_IsPickedUpByTheNextUpdate()
    {
        await using var bench = await Workbench.StartAsync(settings: EmulatorSettings.Immediate with { Atlas = new(TimeSpan.FromMinutes(60), TimeSpan.Zero, TimeSpan.Zero) });
        var thing = bench.Resource(ConnectionCases.Token);
        Assert.ThrowsAsync<RpcException>(() => thing.UpAsync(s_slow));

        var up = await thing.UpAsync(s_slow);
        var again = await thing.UpAsync(s_slow);

        Assert.Multiple(() =>
        {
            Assert.That((up.Op, again.Op), Is.EqualTo((Op.Update, Op.Same)));
            Assert.That(thing.Outputs.Text("state"), Is.EqualTo("READY"));
        });
    }

    [Test]
    public async Task Delete_AsynchronousOne_WaitsUntilItIsGone()
    {
        await using var bench = await StartAsync(TimeSpan.FromMinutes(20));
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(s_slow);
        var begin = bench.Clock.GetUtcNow();

        await thing.DestroyAsync();

        Assert.Multiple(() =>
        {
            Assert.That(bench.Clock.GetUtcNow() - begin, Is.GreaterThanOrEqualTo(TimeSpan.FromMinutes(20)));
            Assert.That(Connections(bench), Has.None.EndsWith("clicks-kafka"));
            Assert.That(Progress(bench, thing), Has.Some.Contains("is in state DELETING"));
        });
    }

    [Test]
    public async Task Delete_StillThereAtTheDeadline_Fails()
    {
        await using var bench = await StartAsync(TimeSpan.Zero);
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(s_slow);
        bench.Emulator.Settings = Slow(TimeSpan.FromHours(5));
        var begin = bench.Clock.GetUtcNow();

        var error = Assert.ThrowsAsync<RpcException>(() => thing.DestroyAsync());

        Assert.Multiple(() =>
        {
            Assert.That(error!.StatusCode, Is.EqualTo(StatusCode.DeadlineExceeded));
            Assert.That(bench.Clock.GetUtcNow() - begin, Is.EqualTo(TimeSpan.FromMinutes(40)));
        });
    }

    [Test]
    public async Task Delete_EndsInFailed_IsAFailure()
    {
        await using var bench = await StartAsync(TimeSpan.FromMinutes(2));
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(s_slow);
        bench.Emulator.Faults.Add(Fault.FailedState() with { Method = "DELETE", Times = 1 });

        var error = Assert.ThrowsAsync<RpcException>(() => thing.DestroyAsync());

        Assert.Multiple(() =>
        {
            Assert.That(error!.Status.Detail, Does.Contain("FAILED"));
            Assert.That(thing.Exists, Is.True);
        });
    }

    [Test]
    public async Task Delete_WorkspaceGone_Succeeds()
    {
        await using var bench = await StartAsync(TimeSpan.Zero);
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(s_slow);
        bench.Emulator.Objects.Remove(ObjectKinds.AtlasConnection, thing.Id);
        bench.Emulator.Objects.Remove(ObjectKinds.AtlasWorkspace, $"{DemoCredentials.AtlasGroupId}/{DemoCredentials.AtlasWorkspace}");

        await thing.DestroyAsync();

        Assert.That(thing.Exists, Is.False);
    }

    [Test]
    public async Task Read_ProjectOutOfSight_IsAnErrorAndNeverGone()
    {
        await using var bench = await StartAsync(TimeSpan.Zero);
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(s_slow);
        bench.Emulator.Objects.Remove(ObjectKinds.AtlasGroup, DemoCredentials.AtlasGroupId);

        var error = Assert.ThrowsAsync<RpcException>(() => thing.RefreshAsync());

        Assert.Multiple(() =>
        {
            Assert.That(error!.Status.Detail, Does.Contain("these credentials cannot see it"));
            Assert.That(thing.Exists, Is.True);
        });
    }

    [TestCaseSource(typeof(ConnectionCases), nameof(ConnectionCases.Changeable))]
    public async Task ReadsThatLagByTime_CreateUpdateRefreshDelete_AllEndAsDesired(object data) =>
        await LiveThroughAsync((ResourceCase)data, EmulatorSettings.Immediate with { AtlasReadLag = TimeSpan.FromSeconds(25) });

    [TestCaseSource(typeof(ConnectionCases), nameof(ConnectionCases.Changeable))]
    public async Task ReadsThatLagByCount_CreateUpdateRefreshDelete_AllEndAsDesired(object data) =>
        await LiveThroughAsync((ResourceCase)data, EmulatorSettings.Immediate with { AtlasStaleReads = 4 });

    [Test]
    public async Task Update_NeverShownByAnyRead_FailsAndSaysSo()
    {
        await using var bench = await Workbench.StartAsync(settings: EmulatorSettings.Immediate);
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(ConnectionCases.Kafka.Door);
        bench.Emulator.Settings = EmulatorSettings.Immediate with { AtlasReadLag = TimeSpan.FromHours(1) };

        var error = Assert.ThrowsAsync<RpcException>(() => thing.UpAsync(ConnectionCases.Kafka.AllChanges));

        Assert.Multiple(() =>
        {
            Assert.That(error!.Status.Detail, Does.Contain("still shows other values"));
            Assert.That(StatusDetails.Find<ErrorResourceInitFailed>(error!), Is.Not.Null);
        });
    }

    [Test]
    public async Task Update_ConnectionInUse_ExplainsWhatStandsInTheWay()
    {
        await using var bench = await Workbench.StartAsync(settings: EmulatorSettings.Immediate);
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(ConnectionCases.Kafka.Door);
        bench.Meddle("orders-kafka", new JObject { ["_processors"] = true });

        var error = Assert.ThrowsAsync<RpcException>(() => thing.UpAsync(ConnectionCases.Kafka.AllChanges));

        Assert.Multiple(() =>
        {
            Assert.That(error!.StatusCode, Is.EqualTo(StatusCode.PermissionDenied));
            Assert.That(error!.Status.Detail, Does.Contain("stop or delete them first"));
        });
    }

    private static async Task LiveThroughAsync(ResourceCase resource, EmulatorSettings settings)
    {
        await using var bench = await resource.StartAsync(settings);
        var thing = bench.Resource(resource.Token);
        var changed = resource.Creation!.With(resource.Changes[0]);

        await thing.UpAsync(resource.Creation!);
        var created = await thing.RefreshAsync();
        await thing.UpAsync(changed);
        var shown = thing.Outputs;
        var updated = await thing.RefreshAsync();
        await thing.DestroyAsync();

        Assert.Multiple(() =>
        {
            Assert.That(created!.DetailedDiff, Is.Empty);
            Assert.That(updated!.DetailedDiff, Is.Empty);
            Assert.That(resource.Shows(shown, changed), $"{shown}");
            Assert.That(Connections(bench), Has.None.EndsWith($"/{resource.Creation!.Text("connectionName")}"));
        });
    }

    private static IEnumerable<string> Connections(Workbench bench) => bench.Emulator.Objects.List(ObjectKinds.AtlasConnection).Select(item => item.Key);

    private static IEnumerable<string> Progress(Workbench bench, ManagedResource thing) =>
        bench.Host.Engine.Messages.Where(message => message.Ephemeral && message.Urn == thing.Urn).Select(message => message.Message);

    private static EmulatorSettings Slow(TimeSpan delay) => EmulatorSettings.Immediate with { Atlas = StateDelays.All(delay) };

    private static Task<Workbench> StartAsync(TimeSpan delay) => Workbench.StartAsync(settings: Slow(delay));
}
