using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>An input that is not known yet, at every place there is: the preview promises only what the real call then returns.</summary>
public sealed class UnknownAnywhereTests
{
    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.Huawei))]
    public async Task AdoptPreview_UnknownAnywhere_PromisesOnlyWhatIsKept(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        await AssertKeptAsync(bench, bench.Resource(resource.Token), resource.AllChanges);
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.HuaweiCreatable))]
    public async Task CreatePreview_UnknownAnywhere_PromisesOnlyWhatIsKept(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        await AssertKeptAsync(bench, bench.Resource(resource.Token), resource.Creation!);
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.Huawei))]
    public async Task UpdatePreview_UnknownAnywhere_PromisesOnlyWhatIsKept(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Door);
        bench.Emulator.Journal.Clear();
        await AssertKeptAsync(bench, thing, resource.AllChanges);
    }

    private static async Task AssertKeptAsync(Workbench bench, ManagedResource thing, PropertyMap program)
    {
        var previews = new List<(PropertyPath Place, PropertyMap Outputs)>();
        foreach (var place in Places.In(program))
        {
            var step = await thing.PreviewAsync(place.Set(program, PropertyValue.Unknown)!);
            Assert.That(step.Failures, Is.Empty, place.ToString());
            previews.Add((place, step.Outputs));
        }

        Assert.That(bench.Written, Is.Empty);
        var real = await thing.UpAsync(program);
        Assert.Multiple(() =>
        {
            foreach (var (place, outputs) in previews)
            {
                Assert.That(Broken(PropertyValue.Of(outputs), PropertyValue.Of(real.Outputs.Visible()), PropertyPath.Root), Is.Empty, $"{place} unknown");
                Assert.That(real.Outputs.ContainsKey(place.TopLevelKey!) && outputs[place.TopLevelKey!] is { ContainsUnknowns: false }, Is.False, $"{place} is promised");
            }
        });
    }

    // A member that an object of the preview lacks is promised to be missing.
    private static IEnumerable<string> Broken(PropertyValue promised, PropertyValue? real, PropertyPath at) => (promised, real) switch
    {
        (UnknownValue or SecretValue { Value: UnknownValue }, _) => [],
        (MapValue a, MapValue b) => a.Map.Keys.Union(b.Map.Keys).SelectMany(key => a.Map.Get(key) is { } value
            ? Broken(value, b.Map.Get(key), at.Append(key)) : [$"{at.Append(key)} is not mentioned"]),
        (ListValue a, ListValue b) when a.Items.Length == b.Items.Length => a.Items.SelectMany((item, index) => Broken(item, b.Items[index], at.Append(index))),
        _ when promised.Equals(real) => [],
        _ => [$"{at}: {promised} was promised, {real} came"],
    };
}
