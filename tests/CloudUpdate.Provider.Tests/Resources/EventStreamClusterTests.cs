using CloudUpdate.Emulator;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using Grpc.Core;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>What is odd about event stream clusters.</summary>
public sealed class EventStreamClusterTests
{
    private static readonly ResourceCase s_case = ResourceCases.EventStreamCluster;

    [TestCase("""{"publicAccessEnabled": true}""", "natId is missing", "eipId is missing")]
    [TestCase("""{"publicAccessEnabled": true, "natId": "n"}""", "eipId is missing")]
    [TestCase("""{"natId": "n"}""", "natId is given, but public access is not on")]
    [TestCase("""{"publicAccessEnabled": false, "eipId": "e"}""", "eipId is given, but public access is not on")]
    public async Task Check_PublicAccessWithoutItsCompanions_FailsWithEach(string stated, params string[] reasons)
    {
        await using var bench = await s_case.StartAsync();

        var step = await bench.Resource(s_case.Token).PreviewAsync(s_case.Door.With(Parsed(stated)));

        Assert.That(step.Failures.Select(failure => failure.Reason), Is.EqualTo(reasons).Using<string, string>((actual, expected) => actual.StartsWith(expected, StringComparison.Ordinal)));
    }

    [Test]
    public async Task Check_PublicAccessUnknown_IsNotJudged()
    {
        await using var bench = await s_case.StartAsync();

        var step = await bench.Resource(s_case.Token).PreviewAsync(s_case.Door.With(Bag.Of(("publicAccessEnabled", PropertyValue.Unknown), ("natId", "n"))));

        Assert.That(step.Failures, Is.Empty);
    }

    [Test]
    public async Task Check_SourceAndSinkDiffer_Fails()
    {
        await using var bench = await s_case.StartAsync();

        var step = await bench.Resource(s_case.Token).PreviewAsync(s_case.Creation!.With(Bag.Of(("sinkType", "DCS"))));

        Assert.That(step.Failures.Single().Property, Is.EqualTo("sinkType"));
    }

    [Test]
    public async Task Update_OnlyTheName_SendsTheDescriptionInForceToo()
    {
        await using var bench = await s_case.StartAsync();
        bench.Emulator.Objects.Change(s_case.Seeded.Kind, s_case.Seeded.Key, new JObject { ["description"] = "kept" });
        var thing = bench.Resource(s_case.Token);

        await thing.UpAsync(s_case.Door.With(Bag.Of(("name", "renamed"))));

        Assert.That(bench.Written.Single(), Is.EqualTo(JObject.Parse("""{"name":"renamed","description":"kept"}""")));
    }

    [Test]
    public async Task Update_OnlyTheNameWhilePublicAccessIsOn_SendsPublicAccessWithItsIds()
    {
        await using var bench = await s_case.StartAsync();
        bench.Emulator.Objects.Change(s_case.Seeded.Kind, s_case.Seeded.Key, new JObject { ["public_access_enabled"] = true, ["nat_id"] = "nat", ["eip_id"] = "eip" });
        var thing = bench.Resource(s_case.Token);

        await thing.UpAsync(s_case.Door.With(Bag.Of(("name", "renamed"))));

        Assert.That(bench.Written.Single(), Is.EqualTo(JObject.Parse(
            """{"name":"renamed","description":"","public_access_enabled":true,"nat_id":"nat","eip_id":"eip"}""")));
    }

    [Test]
    public async Task Update_OnlyTheNameWhileTheIdsOfPublicAccessAreHidden_LeavesPublicAccessOut()
    {
        await using var bench = await s_case.StartAsync();
        var open = new JObject { ["public_access_enabled"] = true, ["nat_id"] = "nat", ["eip_id"] = "eip" };
        bench.Emulator.Objects.Change(s_case.Seeded.Kind, s_case.Seeded.Key, open);
        var hidden = s_case.Object(bench);
        hidden.Remove("nat_id");
        hidden.Remove("eip_id");
        bench.Emulator.Faults.Add(new Fault { Method = "GET", Status = 200, Body = hidden.ToString(), Times = 1 });
        await bench.Resource(s_case.Token).UpAsync(s_case.Door.With(Bag.Of(("name", "renamed"))));
        Assert.Multiple(() =>
        {
            Assert.That(bench.Written.Single(), Is.EqualTo(JObject.Parse("""{"name":"renamed","description":""}""")));
            Assert.That((bool?)s_case.Object(bench)["public_access_enabled"], Is.True);
        });
    }

    [Test]
    public async Task Update_PublicAccessOff_SendsNoIds()
    {
        await using var bench = await s_case.StartAsync();
        var thing = bench.Resource(s_case.Token);
        await thing.UpAsync(s_case.AllChanges);
        bench.Emulator.Journal.Clear();

        await thing.UpAsync(s_case.Door.With(Bag.Of(("publicAccessEnabled", false))));

        Assert.That(bench.Written.Single()!.Children<JProperty>().Select(member => member.Name), Is.EqualTo(new[] { "name", "description", "public_access_enabled" }));
    }

    [Test]
    public async Task Update_DescriptionEmpty_ClearsItAndStaysSettled()
    {
        await using var bench = await s_case.StartAsync();
        var thing = bench.Resource(s_case.Token);
        await thing.UpAsync(s_case.Door.With(Bag.Of(("description", "something"))));
        bench.Emulator.Journal.Clear();

        await thing.UpAsync(s_case.Door.With(Bag.Of(("description", ""))));
        var refreshed = await thing.RefreshAsync();

        Assert.Multiple(() =>
        {
            Assert.That((string?)bench.Written.Single()!["description"], Is.Empty);
            Assert.That(refreshed!.DetailedDiff, Is.Empty);
            Assert.That(thing.Outputs.Text("description"), Is.Empty);
        });
    }

    [Test]
    public async Task Create_PublicAccessNotStated_IsSentAsFalseAndKeptWithoutALine()
    {
        await using var bench = await s_case.StartAsync();
        var thing = bench.Resource(s_case.Token);

        await thing.UpAsync(s_case.Creation!);
        var again = await thing.UpAsync(s_case.Creation!);

        Assert.Multiple(() =>
        {
            Assert.That((bool?)bench.Written.Single()!["public_access_enabled"], Is.False);
            Assert.That(thing.Inputs["publicAccessEnabled"], Is.EqualTo(Bag.Value(false)));
            Assert.That(again.Op, Is.EqualTo(Op.Same));
            Assert.That(thing.Said, Has.None.Contains("no longer managed"));
        });
    }

    [Test]
    public async Task Refresh_CreatedClusterOpenedByAnotherHand_IsClosedAgainByTheDefault()
    {
        await using var bench = await s_case.StartAsync();
        var thing = bench.Resource(s_case.Token);
        await thing.UpAsync(s_case.Creation!);
        bench.Emulator.Objects.Change(
            s_case.Seeded.Kind, $"{ResourceCases.ProjectId}/{thing.Id}", new JObject { ["public_access_enabled"] = true, ["nat_id"] = "nat", ["eip_id"] = "eip" });

        await thing.RefreshAsync();
        var up = await thing.UpAsync(s_case.Creation!);

        Assert.Multiple(() =>
        {
            Assert.That(up.Details, Is.EqualTo(new[] { "publicAccessEnabled Update" }));
            Assert.That(thing.Outputs["publicAccessEnabled"], Is.EqualTo(Bag.Value(false)));
        });
    }

    [Test]
    public async Task Refresh_FlavorHiddenByTheCloud_KeepsTheLastKnownOne()
    {
        await using var bench = await s_case.StartAsync(new EmulatorSettings { EventGridHidesFlavor = true });
        var thing = bench.Resource(s_case.Token);
        var program = s_case.Creation!.With(Bag.Of(("flavor", "small")));
        await thing.UpAsync(program);

        var refreshed = await thing.RefreshAsync();
        var again = await thing.UpAsync(program);

        Assert.Multiple(() =>
        {
            Assert.That(refreshed!.DetailedDiff, Is.Empty);
            Assert.That(thing.Outputs.Text("flavor"), Is.EqualTo("small"));
            Assert.That(again.Op, Is.EqualTo(Op.Same));
        });
    }

    [Test]
    public async Task Adopt_FlavorHiddenByTheCloud_IsTakenAsStated()
    {
        await using var bench = await s_case.StartAsync(new EmulatorSettings { EventGridHidesFlavor = true });
        var thing = bench.Resource(s_case.Token);
        await thing.UpAsync(s_case.Door);

        var up = await thing.UpAsync(s_case.Door.With(Bag.Of(("flavor", "small"))));

        Assert.That(up.Op, Is.EqualTo(Op.Same));
    }

    [Test]
    public async Task Refresh_PublicAccessHiddenByTheCloud_KeepsTheLastKnownValues()
    {
        await using var bench = await s_case.StartAsync();
        var thing = bench.Resource(s_case.Token);
        await thing.UpAsync(s_case.AllChanges);
        var hidden = s_case.Object(bench);
        foreach (var member in new[] { "public_access_enabled", "nat_id", "eip_id" })
        {
            hidden.Remove(member);
        }

        bench.Emulator.Faults.Add(new Fault { Method = "GET", Status = 200, Body = hidden.ToString() });

        var refreshed = await thing.RefreshAsync();
        var up = await thing.UpAsync(s_case.AllChanges);

        Assert.Multiple(() =>
        {
            Assert.That(refreshed!.DetailedDiff, Is.Empty);
            Assert.That(thing.Outputs.Text("natId"), Is.EqualTo("c43e1888-6589-4b43-xxxxxxxxxxxx"));
            Assert.That(up.Op, Is.EqualTo(Op.Same));
        });
    }

    [Test]
    public async Task Delete_RegionKeepsDeletedClusters_StatusDeletedIsGone()
    {
        await using var bench = await s_case.StartAsync(new EmulatorSettings { EventGridKeepsDeleted = true });
        var thing = bench.Resource(s_case.Token);
        await thing.UpAsync(s_case.Creation!);
        var id = thing.Id;

        await thing.DestroyAsync();
        var read = await thing.ImportAsync(id);

        Assert.That(read.Id, Is.Empty);
    }

    [Test]
    public async Task Delete_JobsStillRun_ExplainsTheRefusal()
    {
        await using var bench = await s_case.StartAsync();
        var thing = bench.Resource(s_case.Token);
        await thing.UpAsync(s_case.Creation!);
        bench.Emulator.Objects.Change(s_case.Seeded.Kind, $"{ResourceCases.ProjectId}/{thing.Id}", new JObject { ["job_count"] = 3 });

        var error = Assert.ThrowsAsync<RpcException>(() => thing.DestroyAsync());

        Assert.That(error!.Status.Detail, Does.Contain("jobs still run in it"));
    }

    [Test]
    public async Task Delete_ClusterStillBusy_WaitsAndDeletes()
    {
        await using var bench = await s_case.StartAsync(new EmulatorSettings { EventGrid = StateDelays.All(TimeSpan.FromSeconds(90)) });
        var thing = bench.Resource(s_case.Token);
        Assert.ThrowsAsync<RpcException>(() => thing.RunAsync(s_case.Creation!, preview: false, timeout: 30));

        await thing.DestroyAsync();

        Assert.That(bench.Emulator.Journal.Writes.Count(entry => entry.Method == "DELETE"), Is.EqualTo(2));
    }

    [Test]
    public async Task Update_EipInUse_SaysTheCloudsReason()
    {
        await using var bench = await s_case.StartAsync();
        var other = bench.Resource(s_case.Token, "other");
        var open = Bag.Of(("publicAccessEnabled", true), ("natId", "nat"), ("eipId", "the-same-eip"));
        await other.UpAsync(s_case.Creation!.With(open));
        var thing = bench.Resource(s_case.Token);

        var error = Assert.ThrowsAsync<RpcException>(() => thing.UpAsync(s_case.Door.With(open)));

        Assert.That(error!.Status.Detail, Does.Contain("EMU.EIP_IN_USE").And.Contain("The EIP is bound to another resource."));
    }

    [Test]
    public async Task Lookups_OneAndMany_AnswerWhatTheCloudHas()
    {
        await using var bench = await s_case.StartAsync();
        await bench.ConfigureAsync();

        var one = await bench.InvokeAsync("cloudupdate:eventgrid:getEventStreamCluster", Bag.Of(("clusterId", ResourceCases.ClusterId)));
        var many = await bench.InvokeAsync("cloudupdate:eventgrid:getEventStreamClusters", Bag.Of(("fuzzyName", "cluster-")));
        var none = await bench.InvokeAsync("cloudupdate:eventgrid:getEventStreamClusters", Bag.Of(("fuzzyName", "no such")));

        Assert.Multiple(() =>
        {
            Assert.That(one.Result.Text("name"), Is.EqualTo("cluster-ifpcv5u4"));
            Assert.That(one.Result.Text("region"), Is.EqualTo(DemoCredentials.Region));
            Assert.That(((ListValue)many.Result["eventStreamClusters"]).Items, Has.Length.EqualTo(1));
            Assert.That(((ListValue)none.Result["eventStreamClusters"]).Items, Is.Empty);
        });
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Lookup_WrongArguments_AreFailuresWithTheirNames(bool preview)
    {
        await using var bench = await s_case.StartAsync();
        await bench.ConfigureAsync();
        var answer = await bench.InvokeAsync("cloudupdate:eventgrid:getEventStreamCluster", Bag.Of(("clustrId", "x"), ("region", 5)), preview);
        Assert.Multiple(() =>
        {
            Assert.That(answer.Failures.Select(failure => failure.Property), Is.EquivalentTo(new[] { "clusterId", "clustrId", "region" }));
            Assert.That(answer.Failures.Select(failure => failure.Reason), Has.Some.Contains("did you mean \"clusterId\"?"));
            Assert.That(bench.Requests, Is.Empty);
        });
    }

    [Test]
    public async Task Lookup_InAPreviewThatReadsNoCloud_IsRefused()
    {
        await using var bench = await s_case.StartAsync();
        await bench.ConfigureAsync(("previewReads", "never"));
        var error = Assert.ThrowsAsync<RpcException>(() =>
            bench.InvokeAsync("cloudupdate:eventgrid:getEventStreamCluster", Bag.Of(("clusterId", ResourceCases.ClusterId)), preview: true));
        Assert.That(error!.StatusCode, Is.EqualTo(StatusCode.FailedPrecondition));
    }

    [Test]
    public async Task Lookup_SecretArgument_ComesBackSecret()
    {
        await using var bench = await s_case.StartAsync();
        await bench.ConfigureAsync();
        var found = await bench.InvokeAsync("cloudupdate:eventgrid:getEventStreamCluster", Bag.Of(("clusterId", Bag.Secret(ResourceCases.ClusterId))), preview: true);
        Assert.That(found.Result["clusterId"], Is.EqualTo(Bag.Secret(ResourceCases.ClusterId)));
    }

    [Test]
    public async Task Lookup_MoreThanOnePage_ListsAll()
    {
        await using var bench = await s_case.StartAsync();
        for (var index = 0; index < 205; index++)
        {
            bench.Emulator.Objects.Put(s_case.Seeded.Kind, $"{ResourceCases.ProjectId}/id-{index}", new JObject { ["name"] = $"page-{index}" });
        }

        await bench.ConfigureAsync();
        var many = await bench.InvokeAsync("cloudupdate:eventgrid:getEventStreamClusters", Bag.Of(("fuzzyName", "page-")));

        Assert.That(((ListValue)many.Result["eventStreamClusters"]).Items, Has.Length.EqualTo(205));
    }

    private static PropertyMap Parsed(string json) => PropertyMap.Of(JObject.Parse(json).Properties().Select(member => KeyValuePair.Create(
        member.Name, member.Value.Type == JTokenType.Boolean ? PropertyValue.Of((bool)member.Value) : PropertyValue.Of((string)member.Value!))));
}
