using CloudUpdate.Provider.Tests.Lifecycles.Support;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>What others change is seen by a refresh, and put right by the next update.</summary>
public sealed class DriftTests
{
    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.All))]
    public async Task Refresh_ManagedPropertyDrifted_ShowsThatOneAndTheUpdateRepairsIt(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.AllChanges);
        var desired = resource.Object(bench);
        var inputs = thing.Inputs;
        bench.Emulator.Objects.Change(resource.Seeded.Kind, resource.Seeded.Key, resource.Drift.Patch);

        var shown = await thing.RefreshAsync();
        var changed = inputs.Keys.Where(key => !Equals(inputs[key], thing.Inputs.Get(key))).ToList();
        var preview = await thing.PreviewAsync(resource.AllChanges);
        var up = await thing.UpAsync(resource.AllChanges);

        var property = resource.Drift.Seen is null ? "endpointIdList" : resource.FirstProperty;
        Assert.Multiple(() =>
        {
            Assert.That(shown!.Diffs, Is.EqualTo(new[] { property }));
            Assert.That(changed, Is.EqualTo(new[] { property }));
            Assert.That((preview.Op, up.Op), Is.EqualTo((Op.Update, Op.Update)));
            Assert.That(WithoutTimes(resource.Object(bench)), Is.EqualTo(WithoutTimes(desired)));
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.Objects))]
    public async Task Refresh_UntouchedObject_LeavesInputsEqual(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.AllChanges);
        var (inputs, outputs) = (thing.Inputs, thing.Outputs);

        var shown = await thing.RefreshAsync();

        Assert.Multiple(() =>
        {
            Assert.That(shown!.DetailedDiff, Is.Empty);
            Assert.That(thing.Inputs, Is.EqualTo(inputs));
            Assert.That(thing.Outputs, Is.EqualTo(outputs));
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.WithOptionalInputs))]
    public async Task Refresh_UnmanagedPropertyDrifted_IsNoChange(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Door);
        bench.Emulator.Objects.Change(resource.Seeded.Kind, resource.Seeded.Key, resource.Drift.Patch);

        var shown = await thing.RefreshAsync();
        var up = await thing.UpAsync(resource.Door);

        Assert.Multiple(() =>
        {
            Assert.That(shown!.DetailedDiff, Is.Empty);
            Assert.That(resource.Shows(thing.Outputs, Bag.Of((resource.FirstProperty, resource.Drift.Seen))), $"{thing.Outputs}");
            Assert.That(up.Op, Is.EqualTo(Op.Same));
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.Objects))]
    public async Task Refresh_ObjectGone_ForgetsIt(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Door);
        if (resource == ResourceCases.VpcEndpointConnection)
        {
            bench.Emulator.Objects.Remove(Emulator.ObjectKinds.CssCluster, $"{ResourceCases.ProjectId}/{ResourceCases.CssClusterId}");
        }

        bench.Emulator.Objects.Remove(resource.Seeded.Kind, resource.Seeded.Key);

        await thing.RefreshAsync();

        Assert.That(thing.Exists, Is.False);
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.WithSeveralChanges))]
    public async Task UpdatePreview_ObjectDriftedWithoutRefresh_SaysWhatElseTheUpdateChanges(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Door.With(resource.Changes[0]));
        bench.Emulator.Objects.Change(resource.Seeded.Kind, resource.Seeded.Key, resource.Drift.Patch);

        await thing.PreviewAsync(resource.AllChanges);

        Assert.That(thing.Said, Has.Some.Matches<string>(line =>
            line.Contains("the cloud differs", StringComparison.Ordinal) && line.Contains(resource.FirstProperty, StringComparison.Ordinal)));
    }

    private static JObject WithoutTimes(JObject item)
    {
        var copy = (JObject)item.DeepClone();
        foreach (var time in copy.Properties().Where(member => member.Name.Contains("update", StringComparison.Ordinal)).ToList())
        {
            time.Remove();
        }

        return copy;
    }
}
