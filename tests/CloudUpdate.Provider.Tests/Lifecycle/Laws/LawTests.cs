using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Schema;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using CloudUpdate.Provider.Values;
using FsCheck;
using FsCheck.Fluent;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>What holds for every valid program of every resource, the invented one included.</summary>
public sealed class LawTests
{
    [TestCaseSource(typeof(Lawful), nameof(Lawful.All))]
    public Task Check_OfItsOwnAnswer_ChangesNothing(object data) => ForAllAsync((Lawful)data, 60, async (resource, thing, program) =>
    {
        var first = await CheckedAsync(thing, PropertyMap.Empty, program);
        var again = await CheckedAsync(thing, first, first);
        var afresh = await CheckedAsync(thing, PropertyMap.Empty, first);
        Assert.That((again, afresh), Is.EqualTo((first, first)));
        Assert.That(first.Visible().Keys, Is.EqualTo(program.Keys));
    });

    [TestCaseSource(typeof(Lawful), nameof(Lawful.All))]
    public Task Diff_OfAProgramWithItself_IsEmptyInAnyOrderOfSets(object data) => ForAllAsync((Lawful)data, 60, async (resource, thing, program) =>
    {
        var inputs = await CheckedAsync(thing, PropertyMap.Empty, program);
        var reordered = await CheckedAsync(thing, PropertyMap.Empty, Programs.Reordered(resource.Table, program));
        var same = await thing.DiffAsync(inputs, PropertyMap.Empty, inputs);
        var turned = await thing.DiffAsync(inputs, PropertyMap.Empty, reordered);
        Assert.That((same.Changes, turned.Changes), Is.EqualTo((DiffResponse.Types.DiffChanges.DiffNone, DiffResponse.Types.DiffChanges.DiffNone)));
    });

    [TestCaseSource(typeof(Lawful), nameof(Lawful.All))]
    public Task Read_AfterCreate_GivesInputsThatCheckAndDiffTakeAsTheyAre(object data) => ForAllAsync((Lawful)data, 12, async (resource, _, program) =>
    {
        var thing = resource.Thing();
        await thing.UpAsync(program);
        var shown = await thing.RefreshAsync();
        var again = await CheckedAsync(thing, thing.Inputs, thing.Inputs);
        Assert.That(shown!.DetailedDiff, Is.Empty);
        Assert.That(again, Is.EqualTo(thing.Inputs));
        Assert.That((await thing.DiffAsync(again)).DetailedDiff, Is.Empty);
    });

    [TestCaseSource(typeof(Lawful), nameof(Lawful.All))]
    public Task Update_AnyChoiceOfChanges_IsExactlyThatDiffAndThenTheCloudIsAsDesired(object data)
    {
        ManagedResource? going = null;
        return ForAllAsync((Lawful)data, 20, async (resource, _, program) =>
        {
            if (going is null)
            {
                going = resource.Thing();
                await going.UpAsync(resource.Lawful.Door);
            }

            var expected = Changed(resource.Table.Managed, going, program).Order(StringComparer.Ordinal).ToList();
            var up = await going.UpAsync(program);
            var shown = await going.RefreshAsync();
            var desired = Leaf.In(resource.Table.Managed, program).Where(leaf => !leaf.Definition.WriteOnly).ToList();
            Assert.That(up.Diff!.DetailedDiff.Keys.Select(path => Leafwise(resource.Table.Managed, path)).Distinct().Order(StringComparer.Ordinal), Is.EqualTo(expected));
            Assert.That(desired.Where(leaf => !Same.Value(leaf.Definition.Type, leaf.Value, leaf.Path.Get(going.Outputs))).Select(leaf => $"{leaf.Path}"), Is.Empty);
            Assert.That(shown!.DetailedDiff, Is.Empty);
            Assert.That((await going.UpAsync(program)).Op, Is.EqualTo(Op.Same));
        });
    }

    // The places that a program asks to change, told without the product's own comparison: texts of values, sets in order.
    private static IEnumerable<string> Changed(IEnumerable<PropertyDefinition> table, ManagedResource thing, PropertyMap program) =>
        Leaf.In(table, program)
            .Where(leaf => Written(leaf, leaf.Value) != Written(leaf, leaf.Path.Get(thing.Inputs) ?? leaf.Path.Get(thing.Outputs)))
            .Select(leaf => leaf.Path.ToString());

    private static string Written(Leaf leaf, PropertyValue? value) => (leaf.Definition.Type, value is null ? null : Marks.Plain(value)) switch
    {
        (_, null) => "nothing",
        (ListType { IsSet: true }, ListValue list) => string.Join("|", list.Items.Select(item => item.ToString()).Order(StringComparer.Ordinal)),
        (_, var plain) => $"{plain}",
    };

    // Elements of lists and maps belong to the leaf that holds them.
    private static string Leafwise(IEnumerable<PropertyDefinition> table, string text)
    {
        var path = PropertyPath.Parse(text);
        var isObject = table.First(property => property.Name == path.TopLevelKey).Type is ObjectType;
        return PropertyPath.Of(path.Segments.Take(isObject ? 2 : 1)).ToString();
    }

    private static async Task<PropertyMap> CheckedAsync(ManagedResource thing, PropertyMap olds, PropertyMap news)
    {
        var check = await thing.CheckAsync(olds, news);
        Assert.That(check.Failures, Is.Empty, $"{news}");
        return PropertyCodec.DecodeOrEmpty(check.Inputs);
    }

    private static async Task ForAllAsync(Lawful lawful, int times, Func<Running, ManagedResource, PropertyMap, Task> law)
    {
        var (bench, all) = await lawful.Start();
        await using (all)
        {
            await bench.ConfigureAsync();
            var running = new Running(lawful, bench);
            var thing = running.Thing();
            var property = Prop.ForAll(lawful.Programs, program => law(running, thing, program).GetAwaiter().GetResult());
            await Task.Run(() => FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(times), property));
        }
    }

    private sealed record Running(Lawful Lawful, Workbench Bench)
    {
        private int _things;

        public ResourceDefinition Table => Lawful.Table;

        public ManagedResource Thing() => Bench.Resource(Table.Token, $"thing-{++_things}");
    }
}
