using System.Collections.Immutable;
using CloudUpdate.Provider.Clouds.Settings;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Configuration;

/// <summary>The provider's configuration as a table of properties.</summary>
internal static class ConfigTable
{
    /// <summary>The keys, in the order in which documentation lists them.</summary>
    public static ImmutableArray<PropertyDefinition> Properties { get; } =
    [
        .. SettingKeys.All.Select(key => new PropertyDefinition(key.Name, PropertyRole.Setting, Type(key), Description(key)) { Secret = key.IsSecret }),
    ];

    /// <summary>The key of that name; null for none.</summary>
    public static PropertyDefinition? Find(string name) => Properties.FirstOrDefault(property => property.Name == name);

    /// <summary>Whether a key of a bag is the engine's or the SDK's own, and none of the configuration.</summary>
    public static bool IsForeign(string key) => key == "version" || key.StartsWith("__", StringComparison.Ordinal);

    private static PropertyType Type(SettingKey key) => key.Kind switch
    {
        SettingKind.Flag => Property.Boolean,
        SettingKind.Number => Property.Integer,
        SettingKind.Map => Property.Map(Property.Text),
        _ => Property.Text,
    };

    private static string Description(SettingKey key) => key.Variables.Count == 0
        ? key.Description
        : $"{key.Description} Environment: {string.Join(", ", key.Variables.Select(variable => $"`{variable}`"))}.";
}
