using CloudUpdate.Emulator;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>What the tests that every resource must pass need to know of one.</summary>
internal sealed record ResourceCase
{
    public required string Token { get; init; }

    /// <summary>Inputs that adopt the seeded object and manage nothing of it, beyond what must be given.</summary>
    public required PropertyMap Door { get; init; }

    /// <summary>Id of the seeded object.</summary>
    public required string Id { get; init; }

    /// <summary>Kind and key of the seeded object in the emulator.</summary>
    public required (string Kind, string Key) Seeded { get; init; }

    /// <summary>Changes of the seeded object: each is what must be changed together, and all of them are compatible.</summary>
    public required IReadOnlyList<PropertyMap> Changes { get; init; }

    /// <summary>Another value for the first property of the first change.</summary>
    public required (string Property, object Value) Another { get; init; }

    /// <summary>A change behind the provider's back of the first property of the first change, and what the program then sees.</summary>
    public required (JObject Patch, object? Seen) Drift { get; init; }

    /// <summary>Inputs that create an object; null where the API cannot.</summary>
    public PropertyMap? Creation { get; init; }

    /// <summary>Inputs of the creation that force a replacement by another value.</summary>
    public (string Property, object Value)? Immutable { get; init; }

    /// <summary>Method and path of the write that updates the seeded object.</summary>
    public required string UpdateRequest { get; init; }

    /// <summary>Whether the object passes through states.</summary>
    public bool HasStates { get; init; }

    /// <summary>Prepares the emulator.</summary>
    public Action<EmulatorServer> Prepare { get; init; } = _ => { };

    public PropertyMap AllChanges => Changes.Aggregate(Door, (bag, change) => bag.With(change));

    public string FirstProperty => Another.Property;

    public JObject Object(Workbench bench) => bench.Emulator.Objects.Get(Seeded.Kind, Seeded.Key)!;

    public async Task<Workbench> StartAsync(EmulatorSettings? settings = null)
    {
        var bench = await Workbench.StartAsync(settings: settings);
        Prepare(bench.Emulator);
        return bench;
    }

    public override string ToString() => Token.Split(':')[2];
}
