using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using CloudUpdate.TestKit.Time;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>What cannot change forces a replacement, which names its reason, and is refused where it would leave nothing or clash.</summary>
public sealed class ReplaceTests
{
    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.Creatable))]
    public async Task Replace_CreatedObject_MakesTheNewOneAndDeletesTheOld(object data)
    {
        var resource = (ResourceCase)data;
        var (property, value) = resource.Immutable!.Value;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Creation!);
        var (old, count) = (thing.Id, bench.Emulator.Objects.List(resource.Seeded.Kind).Count);

        var preview = await thing.PreviewAsync(resource.Creation!.With(property, Bag.Value(value)));
        var up = await thing.UpAsync(resource.Creation!.With(property, Bag.Value(value)));

        Assert.Multiple(() =>
        {
            Assert.That((preview.Op, up.Op), Is.EqualTo((Op.Replace, Op.Replace)));
            Assert.That(up.Diff!.Replaces, Is.EqualTo(new[] { property }));
            Assert.That(up.Diff!.DetailedDiff[property].Kind, Is.EqualTo(PropertyDiff.Types.Kind.UpdateReplace));
            Assert.That(thing.Id, Is.Not.EqualTo(old));
            Assert.That(thing.Outputs[property], Is.EqualTo(Bag.Value(value)));
            Assert.That(bench.Emulator.Objects.List(resource.Seeded.Kind), Has.Count.EqualTo(count));
            Assert.That(bench.Emulator.Objects.List(resource.Seeded.Kind).Select(item => item.Key), Has.None.EndsWith(old));
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.WithImmutableInputs))]
    public async Task Replace_AdoptedObject_IsRefusedAtCheckWithTheTwoSteps(object data)
    {
        var resource = (ResourceCase)data;
        var (property, value) = resource.Immutable!.Value;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        var agreeing = resource.Door.With(property, Bag.Value((string?)resource.Object(bench)[Wire(property)]));
        await thing.UpAsync(agreeing);

        var step = await thing.PreviewAsync(agreeing.With(property, Bag.Value(value)));

        Assert.Multiple(() =>
        {
            Assert.That(step.Op, Is.EqualTo(Op.Refused));
            Assert.That(step.Failures.Single().Property, Is.EqualTo(property));
            Assert.That(step.Failures.Single().Reason, Does.Contain("onDelete: Delete").And.Contain("without `"));
            Assert.That(bench.Written, Is.Empty);
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.WithImmutableInputs))]
    public async Task Replace_AdoptedObjectInTheTwoSteps_DeletesItAndCreatesAnew(object data)
    {
        var resource = (ResourceCase)data;
        var (property, value) = resource.Immutable!.Value;
        await using var bench = await resource.StartAsync();
        bench.Emulator.Objects.Change(resource.Seeded.Kind, resource.Seeded.Key, new JObject { ["job_count"] = 0 });
        bench.Emulator.Objects.Remove(Emulator.ObjectKinds.Endpoint, $"{ResourceCases.GroupId}/b8d2a9f4-0c6e-4b7d-8a15-5e3f9c7d1b20");
        var thing = bench.Resource(resource.Token);
        var delete = Bag.Of(("onDelete", "Delete"));
        var existing = resource.Creation!.Without("name")
            .Select((key, current) => resource.Object(bench)[Wire(key)] is JValue { Value: string text } ? PropertyValue.Of(text) : current);
        existing = resource.Token.Contains("EndpointGroup", StringComparison.Ordinal)
            ? existing.With(Bag.Of(("listeners", new[] { Bag.Of(("id", "1b11747a-b139-492f-9692-2df0b1c87193")) }))) : existing;
        await thing.UpAsync(resource.Door.With(existing));

        var first = await thing.UpAsync(resource.Door.With(existing).With(delete));
        var second = await thing.UpAsync(existing.With(delete).With(property, Bag.Value(value)).With(Bag.Of(("name", "made-anew"))));

        Assert.Multiple(() =>
        {
            Assert.That((first.Op, second.Op), Is.EqualTo((Op.Update, Op.Replace)));
            Assert.That(thing.Outputs.Text("ownership"), Is.EqualTo("Created"));
            Assert.That(bench.Emulator.Objects.Get(resource.Seeded.Kind, resource.Seeded.Key), Is.Null);
        });
    }

    [Test]
    public async Task Replace_ClusterKeepsItsName_DeletesFirst()
    {
        var resource = ResourceCases.EventStreamCluster;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Creation!);
        bench.Emulator.Journal.Clear();

        var up = await thing.UpAsync(resource.Creation!.With(Bag.Of(("vpcId", "11111111-6f4f-4d0c-9f1b-8a2e5d7c4b10"))));

        Assert.Multiple(() =>
        {
            Assert.That(up.Diff!.DeleteBeforeReplace, Is.True);
            Assert.That(bench.Emulator.Journal.Writes.Select(entry => entry.Method), Is.EqualTo(new[] { "DELETE", "POST" }));
        });
    }

    [Test]
    public async Task Replace_ClusterChangesItsNameToo_CreatesFirst()
    {
        var resource = ResourceCases.EventStreamCluster;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Creation!);
        bench.Emulator.Journal.Clear();

        var up = await thing.UpAsync(resource.Creation!.With(Bag.Of(("vpcId", "11111111-6f4f-4d0c-9f1b-8a2e5d7c4b10"), ("name", "orders-stream-2"))));

        Assert.Multiple(() =>
        {
            Assert.That(up.Diff!.DeleteBeforeReplace, Is.False);
            Assert.That(bench.Emulator.Journal.Writes.Select(entry => entry.Method), Is.EqualTo(new[] { "POST", "DELETE" }));
        });
    }

    [Test]
    public async Task Replace_ClusterWithRunningJobs_IsWarnedOfInPreview()
    {
        var resource = ResourceCases.EventStreamCluster;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Creation!);
        bench.Emulator.Objects.Change(resource.Seeded.Kind, $"{ResourceCases.ProjectId}/{thing.Id}", new JObject { ["job_count"] = 2 });
        await thing.RefreshAsync();

        await thing.PreviewAsync(resource.Creation!.With(Bag.Of(("vpcId", "11111111-6f4f-4d0c-9f1b-8a2e5d7c4b10"))));

        Assert.That(thing.Said, Has.Some.Contains("2 running jobs"));
    }

    [Test]
    public async Task Replace_RetainedClusterKeepsItsName_IsRefusedAtCheck()
    {
        var resource = ResourceCases.EventStreamCluster;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        var retained = resource.Creation!.With(Bag.Of(("onDelete", "Retain")));
        await thing.UpAsync(retained);

        var step = await thing.PreviewAsync(retained.With(Bag.Of(("vpcId", "11111111-6f4f-4d0c-9f1b-8a2e5d7c4b10"))));

        Assert.That(step.Failures.Single().Reason, Does.StartWith("vpcId cannot change").And.Contain("onDelete: Delete"));
    }

    [Test]
    public async Task Replace_IdPointsAtAnotherObject_AdoptsThatOneAndRetainsTheFirst()
    {
        var resource = ResourceCases.EndpointGroup;
        await using var bench = await resource.StartAsync();
        var other = bench.Resource(resource.Token, "other");
        await other.UpAsync(resource.Creation!);
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Door);

        var up = await thing.UpAsync(Bag.Of(("endpointGroupId", other.Id)));

        Assert.Multiple(() =>
        {
            Assert.That(up.Op, Is.EqualTo(Op.Replace));
            Assert.That(up.Diff!.Replaces, Is.EqualTo(new[] { "endpointGroupId" }));
            Assert.That(thing.Id, Is.EqualTo(other.Id));
            Assert.That(bench.Emulator.Objects.Get(resource.Seeded.Kind, resource.Seeded.Key), Is.Not.Null);
        });
    }

    [Test]
    public async Task Replace_RegionOfTheConfigurationChanges_ReplacesTheRegionalResourceAlone()
    {
        await using var bench = await ResourceCases.EventNotification.StartAsync();
        var regional = bench.Resource(ResourceCases.EventNotification.Token, "regional");
        var global = bench.Resource(ResourceCases.EndpointGroup.Token, "global");
        await regional.UpAsync(ResourceCases.EventNotification.Door);
        await global.UpAsync(ResourceCases.EndpointGroup.Door);

        await bench.ConfigureAsync(("huaweiRegion", "cn-east-3"), ("huaweiProjectId", "7c2e9d4fb0a1483695e8d7c6b5a4f3e2"));
        var moved = await regional.DiffAsync(regional.Inputs);
        var stays = await global.DiffAsync(global.Inputs);

        Assert.Multiple(() =>
        {
            Assert.That(moved.Replaces, Is.EquivalentTo(new[] { "projectId", "region" }));
            Assert.That(stays.Changes, Is.EqualTo(DiffResponse.Types.DiffChanges.DiffNone));
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.ChangeableWithUniqueNames))]
    public async Task Replace_ForcedByTheUserUnderTheSameName_GoesFirstAndPreviewDoesNotCallItTaken(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Creation!);
        await bench.ConfigureAsync();
        var program = resource.Creation!.With(resource.Changes[^1]);
        var news = PropertyCodec.DecodeOrEmpty((await thing.CheckAsync(thing.Inputs, program)).Inputs);
        var diff = await thing.DiffAsync(news);
        var anew = await thing.CheckAsync(PropertyMap.Empty, program);
        var preview = await bench.Client.CreateAsync(new CreateRequest { Urn = thing.Urn, Properties = anew.Inputs, Preview = true }).ResponseAsync.OrTimeout();
        Assert.Multiple(() =>
        {
            Assert.That(diff.Replaces, Is.Empty);
            Assert.That(diff.DeleteBeforeReplace, Is.True);
            Assert.That(PropertyCodec.DecodeOrEmpty(preview.Properties).Text("ownership"), Is.EqualTo("Created"));
        });
    }

    [Test]
    public async Task Replace_IdNotKnownYetBesideAnotherImmutableInput_IsLeftToTheDiff()
    {
        var resource = ResourceCases.EventStreamCluster;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        var agreeing = resource.Door.With("vpcId", Bag.Value((string?)resource.Object(bench)["vpc_id"]));
        await thing.UpAsync(agreeing);
        var step = await thing.PreviewAsync(agreeing.With(Bag.Of(("clusterId", PropertyValue.Unknown), ("vpcId", "another"))));
        Assert.Multiple(() =>
        {
            Assert.That(step.Op, Is.EqualTo(Op.Replace));
            Assert.That(step.Diff!.Replaces, Is.EquivalentTo(new[] { "clusterId", "vpcId" }));
        });
    }

    [Test]
    public async Task Replace_ConnectionsOfAnotherCluster_DecidesThereAndLeavesTheOldOnes()
    {
        var resource = ResourceCases.VpcEndpointConnection;
        await using var bench = await resource.StartAsync();
        bench.Emulator.Objects.Put(Emulator.ObjectKinds.CssCluster, $"{ResourceCases.ProjectId}/another", new JObject { ["name"] = "another" });
        bench.Emulator.Objects.Put(
            Emulator.ObjectKinds.CssConnection, $"{ResourceCases.ProjectId}/another/{ResourceCases.EndpointId}", new JObject { ["status"] = "pendingAcceptance" });
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.AllChanges);
        var up = await thing.UpAsync(resource.AllChanges.With(Bag.Of(("clusterId", "another"))));
        Assert.Multiple(() =>
        {
            Assert.That(up.Diff!.Replaces, Is.EqualTo(new[] { "clusterId" }));
            Assert.That(thing.Id, Is.EqualTo($"another/{ResourceCases.EndpointId}"));
            Assert.That((string?)resource.Object(bench)["status"], Is.EqualTo("accepted"));
        });
    }

    [Test]
    public async Task Replace_AdoptedEventOfAnotherName_AdoptsThatOneAndRetainsTheFirst()
    {
        var resource = ResourceCases.EventNotification;
        await using var bench = await resource.StartAsync();
        await bench.Resource(resource.Token, "other").UpAsync(resource.Creation!.With(Bag.Of(("onDelete", "Retain"))));
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Door);
        var up = await thing.UpAsync(resource.Door.With(Bag.Of(("eventName", "rotation-alerts"))));
        Assert.Multiple(() =>
        {
            Assert.That(up.Op, Is.EqualTo(Op.Replace));
            Assert.That(thing.Outputs.Text("ownership"), Is.EqualTo("Adopted"));
            Assert.That(bench.Emulator.Objects.List(resource.Seeded.Kind), Has.Count.EqualTo(2));
        });
    }

    private static string Wire(string name) => string.Concat(name.Select(letter => char.IsUpper(letter) ? $"_{char.ToLowerInvariant(letter)}" : $"{letter}"));
}
