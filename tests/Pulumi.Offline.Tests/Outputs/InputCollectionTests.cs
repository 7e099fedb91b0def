using System.Collections;
using System.Collections.Immutable;
using Pulumi.Utilities;

namespace Pulumi.Offline.Tests.Outputs;

internal sealed class InputCollectionTests
{
    [Test]
    public async Task InputList_FromEverySource_HoldsTheElements()
    {
        InputList<int>[] lists =
        [
            1,
            Output.Create(1),
            (Input<int>)1,
            new[] { 1 },
            new[] { Output.Create(1) },
            new Input<int>[] { 1 },
            new List<int> { 1 },
            new List<Output<int>> { Output.Create(1) },
            new List<Input<int>> { 1 },
            ImmutableArray.Create(1),
            ImmutableArray.Create(Output.Create(1)),
            ImmutableArray.Create<Input<int>>(1),
            Output.Create(new[] { 1 }),
            Output.Create(new List<int> { 1 }),
            Output.Create<IEnumerable<int>>([1]),
            Output.Create(ImmutableArray.Create(1)),
            new() { 1 },
        ];

        foreach (var list in lists)
        {
            Assert.That(await ValueOf(list), Is.EqualTo(new[] { 1 }));
        }
    }

    [Test]
    public async Task InputList_FromDefaultArrays_StaysWithoutValue()
    {
        InputList<int>[] lists =
            [Output.Create(default(ImmutableArray<int>)), default(ImmutableArray<int>), default(ImmutableArray<Output<int>>)];

        foreach (var list in lists)
        {
            Assert.That((await ValueOf(list)).IsDefault, Is.True);
        }
    }

    [Test]
    public async Task InputList_AddToConverted_LeavesSourceAlone()
    {
        var original = new InputList<int> { 1 };
        var joined = original.Concat(new[] { 2, 3 });

        joined.Add(4, 5);
        joined.AddRange(new InputList<int> { 6 });

        using var scope = Assert.EnterMultipleScope();
        Assert.That(await ValueOf(original), Is.EqualTo(new[] { 1 }));
        Assert.That(await ValueOf(joined), Is.EqualTo(new[] { 1, 2, 3, 4, 5, 6 }));
    }

    [Test]
    public async Task InputMap_FromEverySource_HoldsTheEntries()
    {
        var dictionary = new Dictionary<string, int> { ["a"] = 1 };
        InputMap<int>[] maps =
        [
            dictionary,
            dictionary.ToImmutableDictionary(),
            Output.Create(dictionary),
            Output.Create<IDictionary<string, int>>(dictionary),
            Output.Create(dictionary.ToImmutableDictionary()),
            new() { { "a", 1 } },
            new() { ["a"] = Output.Create(1) },
            new() { new InputMap<int> { { "a", 1 } } },
        ];

        foreach (var map in maps)
        {
            Assert.That(await ValueOf(map), Is.EqualTo(dictionary));
        }
    }

    [Test]
    public async Task InputMap_FromNullDictionary_IsNull()
    {
        InputMap<int> map = Output.Create(default(ImmutableDictionary<string, int>)!);

        Assert.That(await ValueOf(map), Is.Null);
    }

    [Test]
    public async Task InputMap_SameKeyWithEqualValue_MergesSecrecy()
    {
        var map = new InputMap<string> { { "k", "v" }, { "k", Output.CreateSecret("v") } };

        Assert.That(await ValueOf(map), Is.EqualTo(new Dictionary<string, string> { ["k"] = "v" }));
        Assert.That(await Output.IsSecretAsync(map.ToOutput()), Is.True);
    }

    [Test]
    public void InputMap_SameKeyWithOtherValue_Fails()
    {
        var map = new InputMap<string> { { "k", "v" }, { "k", "w" } };

        Assert.That(
            () => ValueOf(map), Throws.ArgumentException.With.Message.EqualTo("Key 'k' already exists in the map with a different value."));
    }

    [Test]
    public void InputMap_AddRangeWithSameKey_Fails()
    {
        var map = new InputMap<string> { { "k", "v" } };
        map.AddRange(new InputMap<string> { { "k", "v" } });

        Assert.That(() => ValueOf(map), Throws.ArgumentException);
    }

    [Test]
    public async Task InputMap_Merge_SecondWins()
    {
        var first = new InputMap<int> { { "a", 1 }, { "b", 1 } };

        var merged = InputMap<int>.Merge(first, new InputMap<int> { { "b", 2 }, { "c", 3 } });

        using var scope = Assert.EnterMultipleScope();
        Assert.That(await ValueOf(merged), Is.EqualTo(new Dictionary<string, int> { ["a"] = 1, ["b"] = 2, ["c"] = 3 }));
        Assert.That((await ValueOf(first))["b"], Is.EqualTo(1));
    }

    [Test]
    public async Task Collections_OfUnions_TakeInputsOfEitherType()
    {
        var list = new InputList<Union<int, string>> { (Input<int>)1, (Input<string>)"b" };
        var map = new InputMap<Union<int, string>> { { "a", (Input<int>)1 }, { "b", (Input<string>)"b" } };

        using var scope = Assert.EnterMultipleScope();
        Assert.That((await ValueOf(list)).Select(union => union.Value), Is.EqualTo(new object[] { 1, "b" }));
        Assert.That((await ValueOf(map))["b"].AsT1, Is.EqualTo("b"));
    }

    [Test]
    public async Task AsyncEnumeration_OfKnownAndUnknown_YieldsElementsOrNothing()
    {
        var known = new List<int>();
        await foreach (var element in new InputList<int> { 1, 2 })
        {
            known.Add(await OutputUtilities.GetValueAsync((Output<int>)element));
        }

        var unknown = 0;
        await foreach (var _ in new InputMap<int> { { "a", OutputUtilities.CreateUnknown(1) } })
        {
            unknown++;
        }

        using var scope = Assert.EnterMultipleScope();
        Assert.That(known, Is.EqualTo(new[] { 1, 2 }));
        Assert.That(unknown, Is.Zero);
    }

    [Test]
    public void Enumeration_Synchronous_IsRefused()
    {
        using var scope = Assert.EnterMultipleScope();
        Assert.That(() => ((IEnumerable)new InputList<int>()).GetEnumerator(), Throws.TypeOf<NotSupportedException>());
        Assert.That(() => ((IEnumerable)new InputMap<int>()).GetEnumerator(), Throws.TypeOf<NotSupportedException>());
    }

    [Test]
    public async Task SecretSetters_OfTheGenerator_MakeValuesSecret()
    {
        InputMap<string> map = new Dictionary<string, string> { ["k"] = "v" };
        var emptySecret = Output.CreateSecret(ImmutableDictionary.Create<string, string>());
        InputMap<string> secretMap = Output.All(map, emptySecret).Apply(v => v[0]);
        Input<string>? none = null;
        Input<string>? secretNone = Output.Tuple<Input<string>?, int>(none, Output.CreateSecret(0)).Apply(t => t.Item1);

        using var scope = Assert.EnterMultipleScope();
        Assert.That(await Output.IsSecretAsync(secretMap.ToOutput()), Is.True);
        Assert.That(await ValueOf(secretMap), Contains.Key("k"));
        Assert.That(await OutputUtilities.GetValueAsync(secretNone.ToOutput()), Is.Null);
        Assert.That(await Output.IsSecretAsync(secretNone.ToOutput()), Is.True);
    }

    private static Task<T> ValueOf<T>(Input<T> input) => OutputUtilities.GetValueAsync(input.ToOutput());
}
