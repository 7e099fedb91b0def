using CloudUpdate.Provider;
using CloudUpdate.Provider.Configuration;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Docs.Tests.Descriptions;

/// <summary>A property of a definition, and whose it is.</summary>
/// <param name="Owner">Resource, function, object type or configuration.</param>
/// <param name="Property">The property.</param>
internal sealed record DescribedProperty(string Owner, PropertyDefinition Property)
{
    /// <summary>Every property that a user meets: of resources, functions, their objects, and the configuration. What is the same in several places counts once.</summary>
    public static IReadOnlyList<DescribedProperty> All { get; } = [.. Everything().DistinctBy(described => (described.Property.Wire, described.Property.Description))];

    /// <summary>Where it is, as the name of its test.</summary>
    public override string ToString() => $"{Owner}.{Property.Name}";

    private static IEnumerable<DescribedProperty> Everything()
    {
        var catalog = new Product().Catalog;
        return catalog.Resources.SelectMany(resource => resource.Inputs.Concat(resource.Outputs).SelectMany(property => WithMembers(resource.Name, property)))
            .Concat(catalog.Functions.SelectMany(function => function.Inputs.Concat(function.Outputs).SelectMany(property => WithMembers(function.Token.Split(':')[2], property))))
            .Concat(ConfigTable.Properties.Select(key => new DescribedProperty("Provider", key)));
    }

    private static IEnumerable<DescribedProperty> WithMembers(string owner, PropertyDefinition property)
    {
        yield return new DescribedProperty(owner, property);
        foreach (var type in ObjectsIn(property.Type))
        {
            foreach (var member in type.Properties.SelectMany(member => WithMembers(type.Name, member)))
            {
                yield return member;
            }
        }
    }

    private static IEnumerable<ObjectType> ObjectsIn(PropertyType type) => type switch
    {
        ObjectType structure => [structure],
        ListType list => ObjectsIn(list.Item),
        MapType map => ObjectsIn(map.Item),
        _ => [],
    };
}
