using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Resources;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Where objects live, as far as it is known without asking a cloud.</summary>
internal static class Locations
{
    /// <summary>Region and project that inputs name or the configuration has in force; null where neither says.</summary>
    public static EffectiveLocation Named(ResourceDefinition definition, PropertyMap inputs, CloudsInForce? clouds)
    {
        if (!definition.IsRegional)
        {
            return new EffectiveLocation(null, null);
        }

        var region = Given(inputs, Settings.Region) ? Bags.Text(inputs, Settings.Region) : clouds?.Region;
        var configured = region is not null && region == clouds?.Region ? clouds?.ProjectId : null;
        return new EffectiveLocation(region, Given(inputs, Settings.ProjectId) ? Bags.Text(inputs, Settings.ProjectId) : configured);
    }

    private static bool Given(PropertyMap inputs, string key) => Bags.Gives(inputs, key);
}
