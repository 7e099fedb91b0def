using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using CloudUpdate.TestKit.Providers;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>Updates: exactly the changed properties in the diff, one write, and the cloud as desired afterwards.</summary>
public sealed class UpdateTests
{
    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.EachChange))]
    public async Task Update_OneChange_IsThatDiffAloneAndOneWrite(object data, object part)
    {
        var (resource, change) = ((ResourceCase)data, (PropertyMap)part);
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Door);
        bench.Emulator.Journal.Clear();

        var up = await thing.UpAsync(resource.Door.With(change));

        Assert.Multiple(() =>
        {
            Assert.That(up.Op, Is.EqualTo(Op.Update));
            Assert.That(up.Diff!.Diffs, Is.EquivalentTo(change.Keys));
            Assert.That(bench.Requests.Where(request => !request.StartsWith("GET", StringComparison.Ordinal)), Is.EqualTo(new[] { resource.UpdateRequest }));
            Assert.That(resource.Shows(thing.Outputs, change), $"{thing.Outputs}");
        });
        await AssertSettled(thing, resource.Door.With(change));
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.All))]
    public async Task Update_AllChangesTogether_AreOneWrite(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Door);

        var up = await thing.UpAsync(resource.AllChanges);

        Assert.Multiple(() =>
        {
            Assert.That(up.Diff!.Diffs, Is.EquivalentTo(resource.Changes.SelectMany(change => change.Keys)));
            Assert.That(bench.Written, Has.Count.EqualTo(1));
        });
        await AssertSettled(thing, resource.AllChanges);
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.All))]
    public async Task Update_NothingChanged_IsNoDiffAndNoRequest(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.AllChanges);
        bench.Emulator.Journal.Clear();

        var preview = await thing.PreviewAsync(resource.AllChanges);
        var up = await thing.UpAsync(resource.AllChanges);

        Assert.Multiple(() =>
        {
            Assert.That((preview.Op, up.Op), Is.EqualTo((Op.Same, Op.Same)));
            Assert.That(bench.Requests, Is.Empty);
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.WithOptionalInputs))]
    public async Task Update_PropertyRemovedFromTheProgram_IsLeftAsItIsWithOneLine(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.AllChanges);
        var before = resource.Object(bench);
        bench.Emulator.Journal.Clear();

        var up = await thing.UpAsync(resource.AllChanges.Without(resource.FirstProperty));
        await thing.UpAsync(resource.AllChanges.Without(resource.FirstProperty));

        Assert.Multiple(() =>
        {
            Assert.That(up.Op, Is.EqualTo(Op.Same));
            Assert.That(bench.Requests, Is.Empty);
            Assert.That(resource.Object(bench), Is.EqualTo(before));
            Assert.That(thing.Said.Where(line => line.StartsWith(resource.FirstProperty, StringComparison.Ordinal)), Is.Not.Empty.And.Unique.And.All.Contains("no longer managed"));
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.WithOptionalInputs))]
    public async Task Update_OwnershipInputsChange_IsNoDiffWhileTheObjectStays(object data)
    {
        var resource = (ResourceCase)data;
        var door = resource.Door.Keys.First(key => key is "adopt" or "clusterId" or "endpointGroupId");
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.AllChanges);
        bench.Emulator.Journal.Clear();

        var removed = await thing.UpAsync(resource.AllChanges.Without(door));
        var added = await thing.UpAsync(resource.AllChanges);

        Assert.Multiple(() =>
        {
            Assert.That((removed.Op, added.Op), Is.EqualTo((Op.Same, Op.Same)));
            Assert.That(bench.Requests, Is.Empty);
            Assert.That(thing.Inputs.Text("__ownership"), Is.EqualTo("Adopted"));
            Assert.That(thing.Outputs.Text("ownership"), Is.EqualTo("Adopted"));
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.All))]
    public async Task Update_OnDeleteChanges_IsAnUpdateWithoutACall(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.AllChanges);
        bench.Emulator.Journal.Clear();

        var up = await thing.UpAsync(resource.AllChanges.With(Bag.Of(("onDelete", "Restore"))));

        Assert.Multiple(() =>
        {
            Assert.That(up.Op, Is.EqualTo(Op.Update));
            Assert.That(up.Details, Is.EqualTo(new[] { "onDelete Add" }));
            Assert.That(bench.Requests, Is.Empty);
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.Huawei))]
    public async Task Update_CloudHasItAlready_ReadsAndSendsNothing(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Door);
        await bench.Resource(resource.Token, "another-hand").UpAsync(resource.AllChanges);
        bench.Emulator.Journal.Clear();
        var up = await thing.UpAsync(resource.AllChanges);
        Assert.Multiple(() =>
        {
            Assert.That(up.Op, Is.EqualTo(Op.Update));
            Assert.That(bench.Requests, Has.Count.EqualTo(1).And.All.StartsWith("GET"));
            Assert.That(thing.Outputs[resource.FirstProperty], Is.EqualTo(resource.AllChanges[resource.FirstProperty]));
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.HuaweiWithStates))]
    public async Task Update_ReadsLagBehindTheWrite_AreWaitedFor(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Door);
        bench.Emulator.Faults.Add(Stale(resource, bench) with { Skip = 1, Times = 2 });
        await thing.UpAsync(resource.AllChanges);
        Assert.Multiple(() =>
        {
            Assert.That(thing.Outputs[resource.FirstProperty], Is.EqualTo(resource.AllChanges[resource.FirstProperty]));
            Assert.That(bench.Written, Has.Count.EqualTo(1));
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.HuaweiWithStates))]
    public async Task Update_CloudNeverShowsTheChange_IsAFailureThatKeepsTheObject(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Door);
        bench.Emulator.Faults.Add(Stale(resource, bench) with { Skip = 1 });
        var error = Assert.ThrowsAsync<Grpc.Core.RpcException>(() => thing.UpAsync(resource.AllChanges));
        Assert.Multiple(() =>
        {
            Assert.That(error!.Status.Detail, Does.Contain("still shows other values"));
            Assert.That(thing.InitErrors, Is.Not.Empty);
        });
    }

    [Test]
    public async Task Operations_ConfigurationNamesAnotherProject_GoWhereTheStateSays()
    {
        var resource = ResourceCases.EventNotification;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Creation!);
        await bench.ConfigureAsync(("huaweiProjectId", "7c2e9d4fb0a1483695e8d7c6b5a4f3e2"));
        bench.Emulator.Journal.Clear();
        var (inputs, outputs) = (PropertyCodec.Encode(thing.Inputs), PropertyCodec.Encode(thing.Outputs));
        var news = PropertyCodec.Encode(thing.Inputs.With(Bag.Of(("state", "DISABLED"))));
        await bench.Client.ReadAsync(new ReadRequest { Id = thing.Id, Urn = thing.Urn, Inputs = inputs, Properties = outputs }).OrTimeout();
        await bench.Client.UpdateAsync(new UpdateRequest { Id = thing.Id, Urn = thing.Urn, OldInputs = inputs, Olds = outputs, News = news }).OrTimeout();
        await thing.DeleteAsync();
        Assert.That(bench.Requests.Select(request => request.Split(' ')[0]), Is.EqualTo(new[] { "GET", "GET", "PUT", "DELETE" }));
        Assert.That(bench.Requests, Has.All.Contains($"/v1/{ResourceCases.ProjectId}/"));
    }

    private static Emulator.Fault Stale(ResourceCase resource, Workbench bench)
    {
        var shown = resource.Object(bench);
        var body = resource == ResourceCases.EndpointGroup ? new Newtonsoft.Json.Linq.JObject { ["endpoint_group"] = shown } : shown;
        return new Emulator.Fault { Method = "GET", Status = 200, Body = body.ToString() };
    }

    private static async Task AssertSettled(ManagedResource thing, PropertyMap program)
    {
        var again = await thing.UpAsync(program);
        var refreshed = await thing.RefreshAsync();
        Assert.Multiple(() =>
        {
            Assert.That(again.Op, Is.EqualTo(Op.Same));
            Assert.That(refreshed!.DetailedDiff, Is.Empty);
        });
    }
}
