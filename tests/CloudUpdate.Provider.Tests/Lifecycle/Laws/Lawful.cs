using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using FsCheck;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>A resource whose programs are made up, and a running provider with the object they are about.</summary>
internal sealed record Lawful(ResourceDefinition Table, PropertyMap Door, Func<Task<(Workbench Bench, IAsyncDisposable All)>> Start)
{
    private static readonly string[] s_endpoints = [ResourceCases.EndpointId, ResourceCases.SecondEndpointId, ResourceCases.ThirdEndpointId];

    public static IEnumerable<Lawful> All =>
    [
        .. ResourceCases.Huawei.Select(resource => new Lawful(Catalog.Product.Resource(resource.Token)!, resource.Door, async () =>
        {
            var bench = await resource.StartAsync(Emulator.EmulatorSettings.Immediate);
            return (bench, bench);
        })),
        new(Locker.Table, LockerBench.Door, async () =>
        {
            var lockers = await LockerBench.StartAsync();
            return (lockers.Bench, lockers);
        }),
    ];

    /// <summary>The programs of this resource.</summary>
    public Arbitrary<PropertyMap> Programs => Lifecycles.Programs.Of(Table, Door, Mend);

    public override string ToString() => Table.Name;

    private static PropertyMap Mend(PropertyMap program)
    {
        program = program.Get("publicAccessEnabled") switch
        {
            { Unwrapped: BoolValue { Value: true } } => program.With(Bag.Of(("natId", "nat"), ("eipId", "eip"))),
            _ => program.Without("natId").Without("eipId"),
        };
        // Lockers hold doors or a temperature, by their kind, and an object with a secret is changed with it or not at all.
        program = program.Without("celsius");
        return program.Get("endpointIdList")?.Unwrapped is ListValue list
            ? program.With(Bag.Of(("endpointIdList", s_endpoints.Take(Math.Max(1, list.Items.Length)))))
            : program;
    }
}
