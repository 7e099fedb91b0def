using CloudUpdate.Emulator;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Schema;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using Grpc.Core;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>
/// What other providers for stream connections were, or are, known to get wrong, each as the behaviour that avoids it. Left out is what concerns
/// workspaces and private link endpoints, which are no resources here.
/// </summary>
public sealed class ConnectionKnownProblemTests
{
    private static readonly EmulatorSettings s_slow = EmulatorSettings.Immediate with { Atlas = StateDelays.All(TimeSpan.FromMinutes(30)) };

    private static readonly PropertyMap s_vpc = ConnectionCases.Kafka.Creation!.With(Bag.Of(("networking", Bag.Of(("access", Bag.Of(("type", "VPC")))))));

    private static readonly PropertyMap s_public = ConnectionCases.Kafka.Creation!.With(Bag.Of(("networking", Bag.Of(("access", Bag.Of(("type", "PUBLIC")))))));

    // Elsewhere it was planned in place and refused when it was applied.
    [Test]
    public async Task NetworkingChange_IsPlannedAsAReplacementThatNamesItsReason()
    {
        await using var bench = await Workbench.StartAsync(settings: EmulatorSettings.Immediate);
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(s_public);

        var preview = await thing.PreviewAsync(s_vpc);

        Assert.Multiple(() =>
        {
            Assert.That(preview.Op, Is.EqualTo(Op.Replace));
            Assert.That(preview.Details, Is.EqualTo(new[] { "networking.access.type UpdateReplace" }));
            Assert.That(preview.Diff!.DeleteBeforeReplace, Is.True);
        });
    }

    // A reviewer's objection to replacing: somebody's connection is deleted without anybody noticing.
    [Test]
    public async Task NetworkingChange_OfAConnectionThatWasNotCreatedHere_DeletesNothing()
    {
        await using var bench = await Workbench.StartAsync(settings: EmulatorSettings.Immediate);
        await bench.Resource(ConnectionCases.Token, "maker").UpAsync(s_public);
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(s_public.With(Bag.Of(("adopt", true))));
        bench.Emulator.Journal.Clear();

        var step = await thing.UpAsync(s_vpc.With(Bag.Of(("adopt", true))));

        Assert.Multiple(() =>
        {
            Assert.That(step.Op, Is.EqualTo(Op.Refused));
            Assert.That(bench.Requests, Is.Empty);
        });
    }

    // Elsewhere: errors 500 where the connection is deleted straight after its networking was set up.
    [Test]
    public async Task DeleteStraightAfterASlowCreate_WaitsForItsTurn()
    {
        await using var bench = await Workbench.StartAsync(settings: s_slow);
        var thing = bench.Resource(ConnectionCases.Token);
        Assert.ThrowsAsync<RpcException>(() => thing.RunAsync(s_vpc, preview: false, timeout: 60));

        await thing.DestroyAsync(timeout: 7200);

        Assert.That(bench.Emulator.Objects.Get(ObjectKinds.AtlasConnection, ConnectionCases.Id("clicks-kafka")), Is.Null);
    }

    // Elsewhere what depended on a connection raced it.
    [Test]
    public async Task Create_ReturnsWhenTheConnectionIsReadyAndNotBefore()
    {
        await using var bench = await Workbench.StartAsync(settings: s_slow);
        var thing = bench.Resource(ConnectionCases.Token);

        await thing.UpAsync(s_vpc);

        Assert.That((string?)bench.Stored("clicks-kafka")["state"], Is.EqualTo("READY"));
    }

    // Elsewhere FAILED ended a creation well.
    [Test]
    public async Task Create_EndsInFailed_IsAFailureThatKeepsTheConnection()
    {
        await using var bench = await Workbench.StartAsync(settings: s_slow);
        var thing = bench.Resource(ConnectionCases.Token);
        bench.Emulator.Faults.Add(Fault.FailedState() with { Method = "POST", Times = 1 });

        var error = Assert.ThrowsAsync<RpcException>(() => thing.UpAsync(s_vpc));

        Assert.Multiple(() =>
        {
            Assert.That(error!.Status.Detail, Does.Contain("FAILED"));
            Assert.That(thing.Id, Is.EqualTo(ConnectionCases.Id("clicks-kafka")));
        });
    }

    [Test]
    public async Task Delete_ThatTakesHalfAnHour_EndsWithinTheDefaultTime()
    {
        await using var bench = await Workbench.StartAsync(settings: EmulatorSettings.Immediate);
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(s_vpc);
        bench.Emulator.Settings = s_slow;

        await thing.DestroyAsync();

        Assert.That(bench.Emulator.Objects.Get(ObjectKinds.AtlasConnection, ConnectionCases.Id("clicks-kafka")), Is.Null);
    }

    // STREAM_KAFKA_CONNECTION_IS_DEPLOYING.
    [Test]
    public async Task Delete_WhileDeploying_IsRepeatedUntilItIsTaken()
    {
        await using var bench = await Workbench.StartAsync(settings: EmulatorSettings.Immediate with { Atlas = new(TimeSpan.Zero, TimeSpan.FromMinutes(20), TimeSpan.Zero) });
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(s_vpc);
        Assert.ThrowsAsync<RpcException>(() => thing.RunAsync(s_vpc.With(ConnectionCases.Kafka.Changes[0]), preview: false, timeout: 60));
        bench.Emulator.Journal.Clear();

        await thing.DestroyAsync();

        var answers = bench.Emulator.Journal.Writes.Select(entry => entry.Status).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(answers[^1], Is.EqualTo(202));
            Assert.That(answers.SkipLast(1), Is.Not.Empty.And.All.EqualTo(409));
        });
    }

    // STREAM_CONNECTION_HAS_STREAM_PROCESSORS, whose text names the workspace as if it were the connection.
    [Test]
    public async Task Delete_WhileProcessorsUseIt_IsExplainedAndNotRepeated()
    {
        await using var bench = await Workbench.StartAsync(settings: EmulatorSettings.Immediate);
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(s_public);
        bench.Meddle("clicks-kafka", new JObject { ["_processors"] = true });
        bench.Emulator.Journal.Clear();

        var error = Assert.ThrowsAsync<RpcException>(() => thing.DestroyAsync());

        Assert.Multiple(() =>
        {
            Assert.That(error!.StatusCode, Is.EqualTo(StatusCode.PermissionDenied));
            Assert.That(error!.Status.Detail, Does.Contain("stop or delete them first").And.Contain("the workspace's, not the connection's").And.Contain("clicks-kafka"));
            Assert.That(bench.Emulator.Journal.Writes, Has.Count.EqualTo(1));
            Assert.That(thing.Exists, Is.True);
        });
    }

    [Test]
    public async Task Replace_WhileProcessorsUseIt_IsExplainedAndLeavesTheOldOne()
    {
        await using var bench = await Workbench.StartAsync(settings: EmulatorSettings.Immediate);
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(s_public);
        bench.Meddle("clicks-kafka", new JObject { ["_processors"] = true });

        var error = Assert.ThrowsAsync<RpcException>(() => thing.UpAsync(s_vpc));

        Assert.Multiple(() =>
        {
            Assert.That(error!.Status.Detail, Does.Contain("stop or delete them first"));
            Assert.That((string?)bench.Stored("clicks-kafka").SelectToken("networking.access.type"), Is.EqualTo("PUBLIC"));
        });
    }

    // Elsewhere: "refresh plan was not empty".
    [Test]
    public async Task Update_ReadsLagBehind_LeavesNothingForTheNextRefreshToSee()
    {
        await using var bench = await Workbench.StartAsync(settings: EmulatorSettings.Immediate with { AtlasReadLag = TimeSpan.FromSeconds(30) });
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(ConnectionCases.Kafka.AllChanges);

        var refreshed = await thing.RefreshAsync();

        Assert.That(refreshed!.DetailedDiff, Is.Empty);
    }

    [Test]
    public async Task Create_NotSeenByTheFirstReads_IsWaitedFor()
    {
        await using var bench = await Workbench.StartAsync(settings: EmulatorSettings.Immediate with { AtlasStaleReads = 3 });
        var thing = bench.Resource(ConnectionCases.Token);

        await thing.UpAsync(s_public);
        var up = await thing.UpAsync(s_public.With(ConnectionCases.Kafka.Changes[0]));

        Assert.That(up.Op, Is.EqualTo(Op.Update));
    }

    // Elsewhere the read failed.
    [Test]
    public async Task Refresh_DeletedOutside_TakesItOutOfTheState()
    {
        await using var bench = await Workbench.StartAsync(settings: EmulatorSettings.Immediate);
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(s_public);
        bench.Emulator.Objects.Remove(ObjectKinds.AtlasConnection, thing.Id);

        await thing.RefreshAsync();

        Assert.That(thing.Exists, Is.False);
    }

    // Elsewhere sslKey and sslKeyPassword were not marked, and headers are not.
    [TestCase("authentication", "password")]
    [TestCase("authentication", "clientSecret")]
    [TestCase("authentication", "sslKey")]
    [TestCase("authentication", "sslKeyPassword")]
    [TestCase("schemaRegistryAuthentication", "password")]
    [TestCase("headers", null)]
    public void Secret_IsMarkedByItsDefinition(string property, string? member)
    {
        var definition = StreamConnection.Table.Properties.Single(candidate => candidate.Name == property);
        definition = member is null ? definition : ((ObjectType)definition.Type).Properties.Single(candidate => candidate.Name == member);

        Assert.That(definition.IsSecret, Is.True);
    }

    // Elsewhere an omitted map is kept by the cloud, so that the result differs from the plan.
    [Test]
    public async Task Config_Emptied_IsEmptied()
    {
        await using var bench = await ConnectionCases.Kafka.StartAsync(EmulatorSettings.Immediate);
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(ConnectionCases.Kafka.AllChanges);

        await thing.UpAsync(ConnectionCases.Kafka.AllChanges.With(Bag.Of(("config", PropertyMap.Empty))));

        Assert.That(ConnectionCases.Kafka.Object(bench).ContainsKey("config"), Is.False);
    }

    // Elsewhere nothing happens, and nobody is told.
    [Test]
    public async Task Networking_RemovedFromTheProgram_StaysInForceAndIsNoDiff()
    {
        await using var bench = await Workbench.StartAsync(settings: EmulatorSettings.Immediate);
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(s_vpc);

        var up = await thing.UpAsync(s_vpc.Without("networking"));

        Assert.Multiple(() =>
        {
            Assert.That(up.Op, Is.EqualTo(Op.Same));
            Assert.That(thing.Outputs["networking"], Is.EqualTo(s_vpc["networking"]));
            Assert.That(thing.Said, Has.Some.Contains("networking.access.type").And.Some.Contains("VPC"));
        });
    }

    // Elsewhere they cannot be given, or seen.
    [TestCase("authentication.sslCertificate")]
    [TestCase("authentication.sslKey")]
    [TestCase("authentication.sslKeyPassword")]
    [TestCase("authentication.aws.roleArn")]
    [TestCase("aws.testBucket")]
    [TestCase("networking.access.name")]
    [TestCase("networking.access.tgwRouteId")]
    [TestCase("region")]
    [TestCase("state")]
    [TestCase("connectionId")]
    public void Field_ThatOthersLack_IsThere(string path)
    {
        IEnumerable<PropertyDefinition> definitions = StreamConnection.Table.Properties;
        foreach (var name in path.Split('.'))
        {
            var definition = definitions.SingleOrDefault(candidate => candidate.Name == name);
            Assert.That(definition, Is.Not.Null, name);
            definitions = (definition!.Type as ObjectType)?.Properties ?? [];
        }
    }

    // Elsewhere the types came one by one over two years, and one is missing from a list of the API's own description.
    [TestCaseSource(typeof(ConnectionCases), nameof(ConnectionCases.All))]
    public async Task Type_EachOfTheTen_IsCreatedAndDeleted(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync(EmulatorSettings.Immediate with { StrictPatterns = true, AtlasOmitsLinks = true });
        var thing = bench.Resource(resource.Token);

        await thing.UpAsync(resource.Creation!);
        await thing.DestroyAsync();

        Assert.That(bench.Emulator.Journal.Writes.Select(entry => entry.Status), Is.EqualTo(new[] { 200, 202 }));
    }

    // Elsewhere the whole object is compared with what the cloud answers, which holds more, so that each run writes.
    [TestCaseSource(typeof(ConnectionCases), nameof(ConnectionCases.Changeable))]
    public async Task Defaults_ThatTheCloudAdds_AreNoDiff(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync(EmulatorSettings.Immediate);
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Creation!);
        bench.Emulator.Journal.Clear();

        await thing.RefreshAsync();
        var up = await thing.UpAsync(resource.Creation!);

        Assert.Multiple(() =>
        {
            Assert.That(up.Op, Is.EqualTo(Op.Same));
            Assert.That(bench.Written, Is.Empty);
        });
    }

    // Elsewhere the imported secrets are null, and the next plan rewrites them.
    [TestCaseSource(typeof(ConnectionCases), nameof(ConnectionCases.All))]
    public async Task Import_SecretsThatNobodyKnows_AreNoDiff(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync(EmulatorSettings.Immediate);
        var thing = bench.Resource(resource.Token);
        await thing.ImportAsync(resource.Id);

        var preview = await thing.PreviewAsync(thing.Inputs.Visible());

        Assert.That(preview.Op, Is.EqualTo(Op.Same));
    }

    // A legacy spelling is echoed as it is; to correct it would make a diff of every refresh.
    [TestCase("PLAINTEXT")]
    [TestCase("SSL")]
    public async Task Protocol_LegacySpelling_IsKept(string protocol)
    {
        await using var bench = await Workbench.StartAsync(settings: EmulatorSettings.Immediate);
        var thing = bench.Resource(ConnectionCases.Token);
        var program = s_public.With(Bag.Of(("security", Bag.Of(("protocol", protocol)))));
        await thing.UpAsync(program);

        var refreshed = await thing.RefreshAsync();

        Assert.Multiple(() =>
        {
            Assert.That(refreshed!.DetailedDiff, Is.Empty);
            Assert.That((string?)bench.Sent[0].SelectToken("security.protocol"), Is.EqualTo(protocol));
        });
    }
}
