using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;

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
