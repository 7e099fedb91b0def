using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Resources;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>What one operation on one resource works with.</summary>
/// <param name="Definition">The resource's table.</param>
/// <param name="Address">The resource.</param>
/// <param name="Clouds">What the configuration puts in force.</param>
/// <param name="Memory">Who owns what in this run.</param>
/// <param name="Scope">What the resource works with.</param>
internal sealed record OperationContext(
    ResourceDefinition Definition, ResourceAddress Address, CloudsInForce Clouds, IdentityMemory Memory, CallScope Scope)
{
    /// <summary>Reads and writes objects.</summary>
    public IObjectDriver Driver { get; } = Definition.Driver?.Invoke(Definition) ?? new RestDriver(Definition);

    /// <summary>Creates and deletes objects.</summary>
    public IObjectMaker Maker { get; } = new RestMaker(Definition);

    /// <summary>Writes and reads ids.</summary>
    public IdCodec Ids { get; } = new(Definition);

    /// <summary>The entry of the state that the operation is about; null where it has no name.</summary>
    public string? Entry { get; init; }

    /// <summary>What is said to the user.</summary>
    public INotices Notices => Scope.Notices;

    /// <summary>The resource's URN.</summary>
    public string Urn => Address.Urn;

    /// <summary>What an error says was being done.</summary>
    public string Doing(string verb, string id) => id.Length == 0 ? $"{verb} {Definition.Title}" : $"{verb} {Definition.Title} {id}";

    /// <summary>Where an object with these inputs lives; asks the cloud at most for a project id that nothing names.</summary>
    public Task<EffectiveLocation> LocateAsync(string? region, string? projectId) =>
        Definition.IsRegional
            ? Scope.Client.LocateAsync(Definition.Service, region, projectId, Scope.Deadline, Scope.Cancellation)
            : Task.FromResult(new EffectiveLocation(null, null));

    /// <summary>Where an object with these inputs lives.</summary>
    public Task<EffectiveLocation> LocateAsync(PropertyMap inputs) =>
        LocateAsync(Bags.Text(inputs, Settings.Region), Bags.Text(inputs, Settings.ProjectId));

    /// <summary>The object that the inputs name.</summary>
    public ObjectTarget Target(PropertyMap inputs, EffectiveLocation location)
    {
        var parts = PropertyMap.Of(Definition.Identity.Segments
            .Where(segment => inputs.Get(segment.Name) is { IsNull: false })
            .Select(segment => KeyValuePair.Create(segment.Name, Values.Marks.Plain(inputs[segment.Name]))));
        return new ObjectTarget(Ids.Format(parts), location, parts);
    }

    /// <summary>Outputs with the name of their entry.</summary>
    public PropertyMap Stamp(PropertyMap outputs) => Entry is null ? outputs : outputs.With(Internals.Entry, PropertyValue.Of(Entry));

    /// <summary>Runs an operation so that its failures are those of calls.</summary>
    public async Task<T> GuardAsync<T>(string verb, string id, Func<Task<T>> operation)
    {
        try
        {
            return await operation();
        }
        catch (Exception error) when (ErrorMapping.From(error, Definition, Doing(verb, id)) is { } failure && failure != error)
        {
            throw failure;
        }
    }
}
