using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>Previews change nothing, and what they show as known is what the real call returns.</summary>
public sealed class PreviewTests
{
    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.All))]
    public async Task Preview_Adoption_WritesNothingAndKeepsItsWord(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);

        var preview = await thing.PreviewAsync(resource.AllChanges);
        var written = bench.Written;
        var up = await thing.UpAsync(resource.AllChanges);

        Assert.That(written, Is.Empty);
        AssertKept(preview.Outputs, up.Outputs);
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.Objects))]
    public async Task Preview_AdoptionWithoutChange_KnowsEverythingThatStays(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);

        var preview = await thing.PreviewAsync(resource.Door);
        var up = await thing.UpAsync(resource.Door);

        AssertKept(preview.Outputs, up.Outputs);
        var unknown = preview.Outputs.Where((_, value) => value.ContainsUnknowns).Keys;
        Assert.That(unknown, Is.SubsetOf(new[] { "jobCount", "errCode", "errMessage", "frozenInfo" }));
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.Creatable))]
    public async Task Preview_Creation_WritesNothingAndKeepsItsWord(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);

        var preview = await thing.PreviewAsync(resource.Creation!);
        var written = bench.Written;
        var up = await thing.UpAsync(resource.Creation!);

        Assert.Multiple(() =>
        {
            Assert.That(written, Is.Empty);
            Assert.That(resource.Shows(preview.Outputs, resource.Creation!), $"{preview.Outputs}");
        });
        AssertKept(preview.Outputs, up.Outputs);
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.All))]
    public async Task Preview_Update_WritesNothingAndKeepsItsWord(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Door);

        var preview = await thing.PreviewAsync(resource.AllChanges);
        var written = bench.Written;
        var up = await thing.UpAsync(resource.AllChanges);

        Assert.That(written, Is.Empty);
        AssertKept(preview.Outputs, up.Outputs);
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.All))]
    public async Task Preview_UnknownInputs_AreUnknownOutputsWithoutARequestThatNeedsThem(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);

        var preview = await thing.PreviewAsync(resource.AllChanges.With(resource.Own, PropertyValue.Unknown));

        Assert.Multiple(() =>
        {
            Assert.That(preview.Op, Is.EqualTo(Op.Create));
            Assert.That(preview.Outputs[resource.Own].IsUnknown, Is.True);
            Assert.That(preview.Outputs.Text("ownership"), Is.EqualTo("Adopted"));
            Assert.That(bench.Requests, Is.Empty);
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.All))]
    public async Task Preview_ReadsSwitchedOff_CallsNoCloudAndSaysSoOnce(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        var other = bench.Resource(resource.Token, "other");
        await thing.UpAsync(resource.Door);
        bench.Emulator.Journal.Clear();

        await bench.ConfigureAsync(("previewReads", "never"));
        var update = await thing.RunAsync(resource.AllChanges, preview: true, configure: false);
        await other.RunAsync(resource.Door, preview: true, configure: false);

        Assert.Multiple(() =>
        {
            Assert.That(bench.Requests, Is.Empty);
            Assert.That(resource.Shows(update.Outputs, resource.AllChanges.Where((key, _) => key == resource.FirstProperty)), $"{update.Outputs}");
            Assert.That(update.Outputs.Text("ownership"), Is.EqualTo("Adopted"));
            Assert.That(bench.Said(string.Empty), Has.Exactly(1).Contains("previewReads"));
        });
    }

    private static void AssertKept(PropertyMap preview, PropertyMap real) => Assert.Multiple(() =>
    {
        foreach (var (key, value) in preview.Where((_, value) => !value.ContainsUnknowns))
        {
            Assert.That(real.Get(key), Is.EqualTo(value), key);
        }

        Assert.That(real.Visible().Keys, Is.SubsetOf(preview.Keys));
    });
}
