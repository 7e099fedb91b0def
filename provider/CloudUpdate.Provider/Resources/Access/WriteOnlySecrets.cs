using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Schema;
using CloudUpdate.Provider.Values;

namespace CloudUpdate.Provider.Resources;

/// <summary>Objects with members that the cloud never gives back: sent without them they could wipe a secret that nobody knows.</summary>
internal static class WriteOnlySecrets
{
    /// <summary>Whether the property is, or has inside it, something that the cloud never gives back.</summary>
    public static bool Has(PropertyDefinition property) =>
        property.WriteOnly || (property.Type is ObjectType type && type.Properties.Any(Has));

    /// <summary>Whether the property is such an object, and its secrets are not at hand, so that it must not be sent.</summary>
    public static bool AreMissing(PropertyDefinition property, PropertyValue? value) => Missing(property, value).Any();

    /// <summary>The secrets that must be given before the property can be sent, by path; none where it is no such object or they are there.</summary>
    public static IEnumerable<PropertyPath> Missing(PropertyDefinition property, PropertyValue? value) =>
        property.Type is ObjectType type ? Missing(type, value, PropertyPath.OfKeys(property.Name)) : [];

    /// <summary>The bag without what the cloud never gives back: what outputs can hold.</summary>
    public static PropertyMap Without(IEnumerable<PropertyDefinition> definitions, PropertyMap bag)
    {
        foreach (var definition in definitions.Where(Has))
        {
            if (definition.WriteOnly)
            {
                bag = bag.Without(definition.Name);
            }
            else if (bag.Get(definition.Name) is { Unwrapped: MapValue { Map: var members } } value)
            {
                bag = bag.With(definition.Name, Marks.Like(value, PropertyValue.Of(Without(((ObjectType)definition.Type).Properties, members))));
            }
        }

        return bag;
    }

    private static IEnumerable<PropertyPath> Missing(ObjectType type, PropertyValue? value, PropertyPath at)
    {
        var map = value?.Unwrapped is MapValue members ? members.Map : PropertyMap.Empty;
        var own = type.Properties.Where(member => member.WriteOnly).Select(member => member.Name).ToList();
        var missing = own.Count == 0 ? [] : MissingOf(type, own, map).Select(at.Append);
        return missing.Concat(type.Properties.Where(member => member.Type is ObjectType && map.ContainsKey(member.Name))
            .SelectMany(member => Missing((ObjectType)member.Type, map.Get(member.Name), at.Append(member.Name))));
    }

    private static IEnumerable<string> MissingOf(ObjectType type, List<string> own, PropertyMap map)
    {
        bool Given(string name) => map.Get(name) is { IsNull: false };
        return type.SecretsNeeded is { } needed ? needed(map).Where(name => !Given(name)) : own.Any(Given) ? [] : own;
    }
}
