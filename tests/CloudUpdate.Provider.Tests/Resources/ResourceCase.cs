using CloudUpdate.Emulator;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>What the tests that every resource must pass need to know of one.</summary>
internal sealed record ResourceCase
{
    public required string Token { get; init; }

    /// <summary>Kind of the object, for a resource that is one of several; otherwise null.</summary>
    public string? Kind { get; init; }

    /// <summary>Inputs that every program of it must give, created or adopted.</summary>
    public PropertyMap Always { get; init; } = PropertyMap.Empty;

    /// <summary>The input that says which object it is.</summary>
    public required string Own { get; init; }

    /// <summary>The input that a creation makes up where the program leaves it out.</summary>
    public string NameInput { get; init; } = "name";

    /// <summary>Id of an object that does not exist.</summary>
    public string MissingId { get; init; } = "none-such";

    /// <summary>Inputs that adopt the seeded object and manage nothing of it, beyond what must be given.</summary>
    public required PropertyMap Door { get; init; }

    /// <summary>Id of the seeded object.</summary>
    public required string Id { get; init; }

    /// <summary>Kind and key of the seeded object in the emulator.</summary>
    public required (string Kind, string Key) Seeded { get; init; }

    /// <summary>Changes of the seeded object: each is what must be changed together, and all of them are compatible.</summary>
    public required IReadOnlyList<PropertyMap> Changes { get; init; }

    /// <summary>Further changes, which are not compatible with the others or cannot be restored.</summary>
    public IReadOnlyList<PropertyMap> OtherChanges { get; init; } = [];

    /// <summary>Members that the cloud never gives back, by path.</summary>
    public IReadOnlyList<string> WriteOnly { get; init; } = [];

    /// <summary>Another value for the first property of the first change.</summary>
    public required (string Property, object Value) Another { get; init; }

    /// <summary>A change behind the provider's back of the first property of the first change, and what the program then sees.</summary>
    public required (JObject Patch, object? Seen) Drift { get; init; }

    /// <summary>Another change of that property, for a case in which the drift is not one; null for the drift itself.</summary>
    public JObject? AnotherHand { get; init; }

    /// <summary>Inputs that create an object, no more than it needs; null where the API cannot.</summary>
    public PropertyMap? Creation { get; init; }

    /// <summary>Inputs of the creation that force a replacement by another value.</summary>
    public (string Property, object Value)? Immutable { get; init; }

    /// <summary>Method and path of the write that updates the seeded object.</summary>
    public required string UpdateRequest { get; init; }

    /// <summary>Whether the object passes through states.</summary>
    public bool HasStates { get; init; }

    /// <summary>The state of an object that failed.</summary>
    public string FailedState { get; init; } = "ERROR";

    /// <summary>Member that answers show the state in.</summary>
    public string StateMember { get; init; } = "status";

    /// <summary>Member that answers wrap the object in; null for none.</summary>
    public string? Wrapper { get; init; }

    /// <summary>Whether the cloud's answers carry an id of the request.</summary>
    public bool HasRequestIds { get; init; } = true;

    /// <summary>Prepares the emulator.</summary>
    public Action<EmulatorServer> Prepare { get; init; } = _ => { };

    public PropertyMap AllChanges => Changes.Aggregate(Door, (bag, change) => bag.With(change));

    /// <summary>The changes that a restore can undo.</summary>
    public PropertyMap RestorableChanges => Changes.Where(IsRestorable).Aggregate(Door, (bag, change) => bag.With(change));

    public string FirstProperty => Another.Property;

    public JObject Object(Workbench bench) => bench.Emulator.Objects.Get(Seeded.Kind, Seeded.Key)!;

    public async Task<Workbench> StartAsync(EmulatorSettings? settings = null)
    {
        var bench = await Workbench.StartAsync(settings: settings);
        Prepare(bench.Emulator);
        return bench;
    }

    /// <summary>Whether outputs show what is stated, as far as the cloud shows it.</summary>
    public bool Shows(PropertyMap outputs, PropertyMap stated) => Shows(PropertyValue.Of(outputs), PropertyValue.Of(stated), PropertyPath.Root);

    public override string ToString() => Kind is null ? Token.Split(':')[2] : $"{Token.Split(':')[2]} {Kind}";

    private bool Shows(PropertyValue? shown, PropertyValue stated, PropertyPath at) => (shown?.Unwrapped, stated.Unwrapped) switch
    {
        _ when WriteOnly.Contains(at.ToString()) => true,
        (MapValue has, MapValue wants) => wants.Map.All(member => Shows(has.Map.Get(member.Key), member.Value, at.Append(member.Key))),
        (null, _) => false,
        (var has, var wants) => has.Equals(wants),
    };

    // An object with a secret would have to be sent with what the cloud never gave.
    private bool IsRestorable(PropertyMap change) => !change.Keys.Any(key => WriteOnly.Any(path => path.StartsWith($"{key}.", StringComparison.Ordinal)));
}
