using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using CloudUpdate.Provider.Values;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>An input that is secret, at every place there is, stays secret through check, preview, update and refresh, and makes no difference.</summary>
public sealed class SecretAnywhereTests
{
    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.Huawei))]
    public async Task Adopt_SecretAnywhere_StaysSecretAndIsNoDiff(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        foreach (var place in Places.In(resource.AllChanges))
        {
            var program = place.Set(resource.AllChanges, PropertyValue.Secret(place.Get(resource.AllChanges)!))!;
            var thing = bench.Resource(resource.Token, $"{place}".Replace('.', '-'));
            var preview = await thing.PreviewAsync(program);
            await thing.UpAsync(program);
            var refreshed = await thing.RefreshAsync();
            var plain = await thing.DiffAsync(resource.AllChanges.With(thing.Inputs.Where((key, _) => key.StartsWith("__", StringComparison.Ordinal))));
            Assert.Multiple(() =>
            {
                Assert.That(thing.Inputs.Visible(), Is.EqualTo(program), $"{place}");
                AssertSecret(preview.Outputs, place);
                AssertSecret(thing.Outputs, place);
                Assert.That(refreshed!.DetailedDiff, Is.Empty, $"{place}");
                Assert.That(plain.DetailedDiff, Is.Empty, $"{place}");
            });
        }
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.HuaweiCreatable))]
    public async Task Create_EverythingSecret_IsSentAndStaysSecret(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var program = resource.Creation!.Select((_, value) => PropertyValue.Secret(value));
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(program);
        var again = await thing.UpAsync(resource.Creation!);
        Assert.Multiple(() =>
        {
            Assert.That(program.Keys.Where(key => thing.Outputs[key] is not SecretValue), Is.Empty);
            Assert.That(resource.Creation!.Keys.Select(key => Marks.Plain(thing.Outputs[key])), Is.EqualTo(resource.Creation!.Values));
            Assert.That(again.Op, Is.EqualTo(Op.Same));
        });
    }

    private static void AssertSecret(PropertyMap outputs, PropertyPath place)
    {
        if (outputs.ContainsKey(place.TopLevelKey!))
        {
            Assert.That(Marks.IsSecretAt(outputs, place), Is.True, $"{place} in {outputs}");
        }
    }
}
