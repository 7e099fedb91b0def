using CloudUpdate.Provider.Tests.Lifecycles.Support;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>Each way to end a resource.</summary>
public sealed class DeleteTests
{
    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.Objects))]
    public async Task Delete_AdoptedByDefault_RetainsWithAWarningAndNoRequest(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.AllChanges);
        var before = resource.Object(bench);
        bench.Emulator.Journal.Clear();

        await thing.DestroyAsync();

        Assert.Multiple(() =>
        {
            Assert.That(bench.Requests, Is.Empty);
            Assert.That(resource.Object(bench), Is.EqualTo(before));
            Assert.That(thing.Said, Has.Some.Match("stays as it is.*(Its API cannot delete it|To delete it, import or adopt it again)"));
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.All))]
    public async Task Delete_Restore_PutsBackWhatWasWritten(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var before = resource.Object(bench);
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Door.With(resource.Changes[0]).With(Bag.Of(("onDelete", "Restore"))));
        await thing.UpAsync(resource.RestorableChanges.With(Bag.Of(("onDelete", "Restore"))));

        await thing.DestroyAsync();

        Assert.That(Comparable(resource.Object(bench)), Is.EqualTo(Comparable(before)));
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.All))]
    public async Task Delete_RestoreAfterAnotherHand_LeavesThatAloneAndSaysSo(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.AllChanges.With(Bag.Of(("onDelete", "Restore"))));
        var patch = resource.AnotherHand ?? resource.Drift.Patch;
        bench.Emulator.Objects.Change(resource.Seeded.Kind, resource.Seeded.Key, patch);

        await thing.DestroyAsync();

        var value = patch.Descendants().OfType<JValue>().First();
        Assert.Multiple(() =>
        {
            Assert.That(resource.Object(bench).SelectToken(value.Path), Is.EqualTo(value));
            Assert.That(thing.Said, Has.Some.Contains("someone else changed it"));
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.Objects))]
    public async Task Delete_RestoreWhereNothingWasWritten_SendsNothing(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Door.With(Bag.Of(("onDelete", "Restore"))));
        bench.Emulator.Journal.Clear();

        await thing.DestroyAsync();

        Assert.That(bench.Requests, Is.Empty);
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.Creatable))]
    public async Task Delete_CreatedByDefault_DeletesAndWaitsUntilItIsGone(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var before = bench.Emulator.Objects.List(resource.Seeded.Kind).Count;
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Creation!);

        await thing.DestroyAsync();

        Assert.That(bench.Emulator.Objects.List(resource.Seeded.Kind), Has.Count.EqualTo(before));
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.Creatable))]
    public async Task Delete_AdoptedWithOnDeleteDelete_DeletesTheObject(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        bench.Emulator.Objects.Change(resource.Seeded.Kind, resource.Seeded.Key, new JObject { ["job_count"] = 0 });
        bench.Emulator.Objects.Remove(Emulator.ObjectKinds.Endpoint, $"{ResourceCases.GroupId}/b8d2a9f4-0c6e-4b7d-8a15-5e3f9c7d1b20");
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Door.With(Bag.Of(("onDelete", "Delete"))));

        await thing.DestroyAsync();

        Assert.That(bench.Emulator.Objects.Get(resource.Seeded.Kind, resource.Seeded.Key), Is.Null);
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.Creatable))]
    public async Task Delete_CreatedWithRetain_LeavesIt(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Creation!.With(Bag.Of(("onDelete", "Retain"))));
        var count = bench.Emulator.Objects.List(resource.Seeded.Kind).Count;

        await thing.DestroyAsync();

        Assert.That(bench.Emulator.Objects.List(resource.Seeded.Kind), Has.Count.EqualTo(count));
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.Creatable))]
    public async Task Delete_ObjectGoneAlready_Succeeds(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Creation!);
        foreach (var item in bench.Emulator.Objects.List(resource.Seeded.Kind).Where(item => item.Key.EndsWith(thing.Id, StringComparison.Ordinal)))
        {
            bench.Emulator.Objects.Remove(item.Kind, item.Key);
        }

        await thing.DestroyAsync();

        Assert.That(thing.Exists, Is.False);
    }

    [Test]
    public async Task Delete_EndpointConnectionsWithOnDeleteDelete_IsRefusedAtCheck()
    {
        var resource = ResourceCases.VpcEndpointConnection;
        await using var bench = await resource.StartAsync();

        var step = await bench.Resource(resource.Token).PreviewAsync(resource.Door.With(Bag.Of(("onDelete", "Delete"))));

        Assert.That(step.Failures.Single().Reason, Does.Contain("cannot be deleted").And.Contain("allowed: Retain, Restore"));
    }

    [Test]
    public async Task Delete_RestoreOfWhatWasPending_StaysWithAWarning()
    {
        var resource = ResourceCases.VpcEndpointConnection;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Door.With(Bag.Of(
            ("endpointIdList", new[] { ResourceCases.EndpointId, ResourceCases.ThirdEndpointId }), ("action", "receive"), ("onDelete", "Restore"))));

        await thing.DestroyAsync();

        Assert.Multiple(() =>
        {
            Assert.That(Status(bench, ResourceCases.EndpointId), Is.EqualTo("rejected"));
            Assert.That(Status(bench, ResourceCases.ThirdEndpointId), Is.EqualTo("accepted"));
            Assert.That(thing.Said, Has.Some.Matches<string>(line =>
                line.Contains(ResourceCases.ThirdEndpointId, StringComparison.Ordinal) && line.Contains("cannot be put back", StringComparison.Ordinal)));
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.WithStates))]
    public async Task Delete_RestoreOfAnObjectInAFailedStateThatIsWhatItWas_DoesNotBlockTheDestroy(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var before = resource.Object(bench);
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Door.With(resource.Changes[0]).With(Bag.Of(("onDelete", "Restore"))));
        before[resource.StateMember] = resource.FailedState;
        bench.Emulator.Objects.Change(resource.Seeded.Kind, resource.Seeded.Key, before);
        bench.Emulator.Journal.Clear();
        await thing.DestroyAsync();
        Assert.Multiple(() =>
        {
            Assert.That(thing.Exists, Is.False);
            Assert.That(bench.Written, Is.Empty);
        });
    }

    private static string? Status(Workbench bench, string endpoint) => (string?)bench.Emulator.Objects.Get(
        Emulator.ObjectKinds.CssConnection, $"{ResourceCases.ProjectId}/{ResourceCases.CssClusterId}/{endpoint}")!["status"];

    private static JObject Comparable(JObject item)
    {
        var copy = (JObject)item.DeepClone();
        foreach (var member in copy.Properties().Where(member => member.Name.Contains("update", StringComparison.Ordinal) || member.Name is "nat_id" or "eip_id").ToList())
        {
            member.Remove();
        }

        copy["description"] = (string?)copy["description"] ?? string.Empty;
        return copy;
    }
}
