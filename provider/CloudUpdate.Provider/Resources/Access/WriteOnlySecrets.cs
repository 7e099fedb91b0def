using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Schema;

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
