using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using Grpc.Core;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>Values of every kind at every place of programs and states: refused in words or dealt with, and never a bug.</summary>
public sealed class OddValueTests
{
    private static readonly PropertyValue[] s_odd =
    [
        PropertyValue.Null, PropertyValue.Unknown, PropertyValue.Secret(PropertyValue.Unknown), PropertyValue.Of(string.Empty), PropertyValue.Of(-1), PropertyValue.Of(double.NaN),
        PropertyValue.Of("50"), PropertyValue.Of(true), PropertyValue.Of(new string('x', 5000)), PropertyValue.Of(PropertyMap.Empty), PropertyValue.Of([PropertyValue.Unknown]),
        PropertyValue.Of(Bag.Of(("member", PropertyValue.Unknown))), PropertyValue.Secret(PropertyValue.Of("hush-hush")), new ByteStringValue([255, 254]),
        new AssetValue("ab", AssetSource.None, null), new ResourceReferenceValue("urn:pulumi:a::b::c:d:E::f", PropertyValue.Unknown), new OutputValue(null, true, []),
    ];

    private static readonly PropertyValue?[] s_corrupt = [null, PropertyValue.Null, PropertyValue.Of("50"), PropertyValue.Of(PropertyMap.Empty)];

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.Huawei))]
    public async Task Preview_OddValueAnywhereInTheProgram_IsRefusedOrPreviewed(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var existing = bench.Resource(resource.Token);
        await existing.UpAsync(resource.AllChanges);
        bench.Emulator.Journal.Clear();
        var program = resource.AllChanges.With(Bag.Of(("onDelete", "Retain")));
        foreach (var (place, odd) in Places.In(program).SelectMany(place => s_odd.Select(odd => (place, odd))))
        {
            foreach (var thing in new[] { bench.Resource(resource.Token, "new"), existing })
            {
                var failures = await TryAsync($"{place} := {odd}", () => thing.PreviewAsync(place.Set(program, odd)!));
                Assert.That(failures, odd.IsUnknown ? Is.Empty : Has.None.Contains("hush"), $"{place} := {odd}");
            }
        }

        Assert.That(bench.Written, Is.Empty);
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.Huawei))]
    public async Task State_OddValueAnywhereInInputsOrOutputs_IsReadUpdatedAndDeleted(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        var program = resource.AllChanges.With(Bag.Of(("onDelete", "Restore")));
        await thing.UpAsync(program);
        foreach (var bags in Corrupted(thing.Inputs).Select(inputs => (inputs, thing.Outputs)).Concat(Corrupted(thing.Outputs).Select(outputs => (thing.Inputs, outputs))).ToList())
        {
            foreach (var operation in new Func<ManagedResource, Task>[] { state => state.PreviewAsync(program), state => state.RefreshAsync(), state => state.DestroyAsync() })
            {
                var state = thing.Copy("thing");
                (state.Inputs, state.Outputs) = bags;
                await TryAsync($"{bags}", async () =>
                {
                    await operation(state);
                    return new Step(Op.Same, [], null, PropertyMap.Empty);
                });
            }
        }
    }

    private static IEnumerable<PropertyMap> Corrupted(PropertyMap bag) =>
        Places.In(bag).SelectMany(place => s_corrupt.Select(odd => odd is null ? place.Delete(bag) : place.Set(bag, odd)!));

    // A cloud may refuse what makes no sense; what is forbidden is a bug.
    private static async Task<IReadOnlyList<string>> TryAsync(string what, Func<Task<Step>> operation)
    {
        try
        {
            return [.. (await operation()).Failures.Select(failure => failure.Reason)];
        }
        catch (RpcException error)
        {
            Assert.That(error.StatusCode, Is.Not.AnyOf(StatusCode.Internal, StatusCode.Unknown), $"{what}: {error.Status.Detail}");
            Assert.That(error.Status.Detail, Does.Not.Contain("hush"), what);
            return [];
        }
    }
}
