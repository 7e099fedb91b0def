using System.Collections.Immutable;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pulumi.Engine.Config;

/// <summary>What a project's declarations ask of a stack's configuration.</summary>
internal static class ProjectConfigRules
{
    public static ImmutableSortedDictionary<ConfigKey, ConfigValue> Merge(
        ProjectFile project, string stack, IReadOnlyDictionary<ConfigKey, ConfigValue> own)
    {
        var merged = own.ToImmutableSortedDictionary(ConfigKey.Order);
        var missing = new List<string>();
        foreach (var declaration in project.Config.Where(declaration => !own.ContainsKey(declaration.Key)))
        {
            if (declaration.Default is { } value)
            {
                merged = merged.Add(declaration.Key, new ConfigValue(value));
            }
            else if (declaration.Key.Namespace == project.Name)
            {
                missing.Add(declaration.Key.Name);
            }
        }

        return missing.Count == 0 ? merged : throw Invalid(MissingText(stack, missing));
    }

    public static void CheckTypes(
        ProjectFile project,
        string stack,
        ImmutableSortedDictionary<ConfigKey, ConfigValue> stored,
        ImmutableSortedDictionary<ConfigKey, string> values)
    {
        foreach (var declaration in project.Config)
        {
            if (!values.TryGetValue(declaration.Key, out var text))
            {
                continue;
            }

            if (declaration.Type is { } type && !Fits(text, type, declaration.ItemType))
            {
                throw Invalid($"Stack '{stack}' with configuration key '{declaration.Key.Name}' must be of type '{TypeName(declaration)}'");
            }

            if (declaration.Secret && !stored[declaration.Key].IsSecret)
            {
                throw Invalid($"Stack '{stack}' with configuration key '{declaration.Key.Name}' must be encrypted as it's secret");
            }
        }
    }

    private static string TypeName(ConfigDeclaration declaration) =>
        declaration is { Type: "array", ItemType: { } items } ? $"array<{items}>" : declaration.Type!;

    private static bool Fits(string text, string type, string? itemType) => type switch
    {
        "integer" => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "boolean" => text is "true" or "false",
        "array" => Parse(text) is JArray items && (itemType is null || items.All(item => FitsItem(item, itemType))),
        "object" => Parse(text) is JObject,
        _ => true,
    };

    private static bool FitsItem(JToken item, string type) => type switch
    {
        "string" => item.Type == JTokenType.String,
        "integer" => item.Type == JTokenType.Integer,
        "boolean" => item.Type == JTokenType.Boolean,
        "array" => item.Type == JTokenType.Array,
        _ => item.Type == JTokenType.Object,
    };

    private static JToken? Parse(string text)
    {
        try
        {
            return JToken.Parse(text);
        }
        catch (JsonReaderException)
        {
            return null;
        }
    }

    private static string MissingText(string stack, List<string> names) => names.Count == 1
        ? $"Stack '{stack}' is missing configuration value '{names[0]}'"
        : $"Stack '{stack}' is missing configuration values {string.Join(", ", names[..^1].Select(name => $"'{name}'"))} and '{names[^1]}'";

    private static EngineException Invalid(string message) => new(EngineErrorKind.InvalidConfiguration, message);
}
