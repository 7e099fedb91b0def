using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace Pulumi.Engine.Tests.Chaos;

/// <summary>Random scenarios. A failing one shrinks by leaving out rounds, faults and resources.</summary>
internal static class Scenarios
{
    private const int MaxResources = 6;

    public static Arbitrary<Scenario> All() => Arb.From(
        from count in Gen.Choose(2, 4)
        from rounds in Rounds().ArrayOf(count)
        select new Scenario([.. rounds]),
        Shrink);

    private static Gen<Round> Rounds() =>
        from kind in Gen.Frequency(
            (8, Gen.Constant(RoundKind.Update)), (2, Gen.Constant(RoundKind.UpdateWithRefresh)), (2, Gen.Constant(RoundKind.Refresh)),
            (2, Gen.Constant(RoundKind.Destroy)), (1, Gen.Constant(RoundKind.Preview)))
        from program in Programs()
        from fault in Gen.Frequency(
            (2, Gen.Constant(Fault.None)), (1, Gen.Constant(Fault.Refused)), (1, Gen.Constant(Fault.Internal)), (2, Gen.Constant(Fault.Unfinished)),
            (1, Gen.Constant(Fault.ConnectionLost)), (2, Gen.Constant(Fault.KilledBefore)), (2, Gen.Constant(Fault.KilledAfter)),
            (1, Gen.Constant(Fault.Interrupted)), (1, Gen.Constant(Fault.Vanished)))
        from at in Gen.Choose(0, 6)
        select new Round(kind, program, fault, at);

    private static Gen<ImmutableArray<ChaosResource>> Programs() =>
        from count in Gen.Choose(0, MaxResources)
        from names in Gen.Shuffle(Enumerable.Range(0, MaxResources))
        from resources in Gen.CollectToArray(Enumerable.Range(0, count), index => Resources(names[index], names[..index]))
        select Repair([.. resources]);

    private static Gen<ChaosResource> Resources(int name, int[] earlier) =>
        from size in Gen.Choose(1, 3)
        from kind in Gen.Frequency((3, Gen.Constant(1)), (1, Gen.Constant(2)))
        from dependsOn in Gen.SubListOf(earlier)
        from deletedWith in Rarely(earlier)
        from parent in Rarely(earlier)
        from isComponent in OneIn(6)
        from protect in OneIn(12)
        from retain in OneIn(10)
        from deleteBeforeReplace in OneIn(3)
        from secret in OneIn(6)
        from renamed in OneIn(5)
        select new ChaosResource(name, size)
        {
            Kind = kind,
            DependsOn = [.. dependsOn.Take(2)],
            DeletedWith = deletedWith,
            Parent = parent,
            IsComponent = isComponent,
            Protect = protect,
            Retain = retain,
            DeleteBeforeReplace = deleteBeforeReplace,
            Secret = secret,
            Renamed = renamed,
        };

    private static Gen<bool> OneIn(int count) => Gen.Choose(1, count).Select(drawn => drawn == 1);

    private static Gen<int?> Rarely(int[] names) => names.Length == 0
        ? Gen.Constant<int?>(null)
        : Gen.Frequency((4, Gen.Constant<int?>(null)), (1, Gen.Elements(names).Select(name => (int?)name)));

    private static IEnumerable<Scenario> Shrink(Scenario scenario)
    {
        for (var index = 0; index < scenario.Rounds.Length; index++)
        {
            var round = scenario.Rounds[index];
            yield return new Scenario(scenario.Rounds.RemoveAt(index));
            if (round.Fault != Fault.None)
            {
                yield return new Scenario(scenario.Rounds.SetItem(index, round with { Fault = Fault.None }));
            }

            for (var resource = 0; resource < round.Program.Length; resource++)
            {
                yield return new Scenario(scenario.Rounds.SetItem(index, round with { Program = Repair(round.Program.RemoveAt(resource)) }));
                var plain = new ChaosResource(round.Program[resource].Name, round.Program[resource].Size);
                if (plain.ToString() != round.Program[resource].ToString())
                {
                    yield return new Scenario(scenario.Rounds.SetItem(index, round with { Program = round.Program.SetItem(resource, plain) }));
                }
            }
        }
    }

    // References to what was left out go with it; what is deleted with a component is deleted by nobody.
    private static ImmutableArray<ChaosResource> Repair(ImmutableArray<ChaosResource> program)
    {
        var names = program.Select(resource => resource.Name).ToHashSet();
        var components = program.Where(resource => resource.IsComponent).Select(resource => resource.Name).ToHashSet();
        return
        [
            .. program.Select(resource => resource with
            {
                DependsOn = [.. resource.DependsOn.Where(names.Contains)],
                DeletedWith = resource.DeletedWith is { } owner && names.Contains(owner) && !components.Contains(owner) && !resource.IsComponent ? owner : null,
                Parent = resource.Parent is { } parent && names.Contains(parent) ? parent : null,
            }),
        ];
    }
}
