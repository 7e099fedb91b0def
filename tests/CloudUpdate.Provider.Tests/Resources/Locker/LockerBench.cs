using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>The provider with the invented resource alone, and its cloud.</summary>
internal sealed class LockerBench : IAsyncDisposable
{
    public const string Site = "north";
    public const string Name = "a1";

    private LockerBench(Workbench bench, LockerCloud cloud) => (Bench, Cloud) = (bench, cloud);

    public Workbench Bench { get; }

    public LockerCloud Cloud { get; }

    /// <summary>Inputs that adopt the locker that is there.</summary>
    public static PropertyMap Door { get; } = Bag.Of(("siteId", Site), ("lockerName", Name), ("adopt", true), ("kind", "Parcel"));

    /// <summary>Inputs that create one.</summary>
    public static PropertyMap Creation { get; } = Bag.Of(("siteId", Site), ("lockerName", "b2"), ("kind", "Cold"), ("floor", 2), ("celsius", -5));

    public static async Task<LockerBench> StartAsync()
    {
        var cloud = await LockerCloud.StartAsync();
        cloud.Put(Site, Name, new JObject
        {
            ["state"] = "READY",
            ["serial"] = "S-0",
            ["kind"] = "Parcel",
            ["floor"] = 1,
            ["label"] = "old label",
            ["doors"] = 12,
            ["colours"] = new JArray("red", "blue"),
            ["notes"] = new JObject { ["owner"] = "front desk", ["key.number"] = "17" },
            ["hours"] = new JObject { ["opens"] = 6, ["closes"] = 22 },
            ["access"] = new JObject { ["holder"] = "Ada", ["pin"] = "their-own-pin" },
            ["contract"] = "C-4711-secret",
        });
        return new LockerBench(await Workbench.StartAsync(new Catalog([Locker.Table], [Locker.Lookup]), address: cloud.Address), cloud);
    }

    public ManagedResource Resource(string name = "thing") => Bench.Resource(Locker.Table.Token, name);

    public async ValueTask DisposeAsync()
    {
        await Bench.DisposeAsync();
        await Cloud.DisposeAsync();
    }
}
