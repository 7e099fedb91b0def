using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Resources;

/// <summary>The two functions that follow from a resource's table: one object by its id, and all objects.</summary>
internal static class Lookups
{
    /// <summary>Looks up one object by its id.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="description">What it answers.</param>
    public static FunctionDefinition One(ResourceDefinition resource, string description)
    {
        var driver = new RestDriver(resource);
        return new FunctionDefinition
        {
            Token = $"cloudupdate:{resource.Module}:get{resource.Name}",
            Description = description,
            Resource = resource,
            Inputs = [.. resource.Identity.Parts.Select(part => part with { Required = true }), .. Settings.Location(resource)],
            Outputs = [.. Shown(resource), .. Settings.Location(resource)],
            Run = async (args, location, scope) =>
            {
                var target = new ObjectTarget(new IdCodec(resource).Format(args), location, args.Where((key, _) => resource.Identity.Parts.Any(part => part.Name == key)));
                return (await driver.ReadAsync(target, args, scope))?.Outputs;
            },
        };
    }

    /// <summary>Lists objects.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="plural">Name of the objects in the function's name and result, for example <c>EndpointGroups</c>.</param>
    /// <param name="description">What it answers.</param>
    /// <param name="filters">Arguments that narrow the list, under the names of the call's query.</param>
    public static FunctionDefinition Many(ResourceDefinition resource, string plural, string description, ImmutableArray<PropertyDefinition> filters)
    {
        var lister = new RestLister(resource);
        var parents = resource.Identity.Parts[..^1];
        var member = char.ToLowerInvariant(plural[0]) + plural[1..];
        var item = new ObjectType($"{resource.Name}Summary", $"One {resource.Title} of a list.", Shown(resource));
        return new FunctionDefinition
        {
            Token = $"cloudupdate:{resource.Module}:get{plural}",
            Description = description,
            Resource = resource,
            Inputs = [.. parents.Select(part => part with { Required = true }), .. filters, .. Settings.Location(resource)],
            Outputs =
            [
                Property.Computed(member, Property.List(item), "The objects, in the cloud's order; empty where there are none.") with { AlwaysPresent = true },
                .. Settings.Location(resource),
            ],
            Run = async (args, location, scope) =>
            {
                var items = new List<PropertyValue>();
                var above = args.Where((key, _) => parents.Any(part => part.Name == key));
                await foreach (var live in lister.ListAsync(location, Query(filters, args), scope, above))
                {
                    items.Add(PropertyValue.Of(live.Outputs));
                }

                return PropertyMap.Of((member, PropertyValue.Of(items)));
            },
        };
    }

    private static ImmutableArray<PropertyDefinition> Shown(ResourceDefinition resource) =>
        [.. resource.Identity.Parts, .. resource.Properties.Where(property => property.IsOutput)];

    private static List<KeyValuePair<string, string>> Query(ImmutableArray<PropertyDefinition> filters, PropertyMap args) =>
    [
        .. filters.Where(filter => args.Get(filter.Name) is { IsNull: false })
            .Select(filter => KeyValuePair.Create(filter.Wire, Values.WireEncoder.Value(filter.Type, args[filter.Name]).ToString())),
    ];
}
