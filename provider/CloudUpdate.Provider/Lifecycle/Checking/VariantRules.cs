using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>For a resource that is one of several kinds: which properties belong to which kind.</summary>
internal static class VariantRules
{
    /// <summary>Whether a property exists for the kind that the inputs state. A kind that is unknown, or that no table lists, has every property.</summary>
    public static bool Applies(ResourceDefinition definition, PropertyDefinition property, PropertyMap inputs) =>
        property.Variants.IsEmpty || Kind(definition, inputs) is not { } kind || !IsListed(definition, kind) || property.Variants.Contains(kind);

    /// <summary>Whether a property surely exists for the kind that the inputs state; a kind that is unknown, or that no table lists, may do without.</summary>
    public static bool Belongs(ResourceDefinition definition, PropertyDefinition property, PropertyMap inputs) =>
        property.Variants.IsEmpty || (Kind(definition, inputs) is { } kind && property.Variants.Contains(kind));

    /// <summary>The properties given that belong to other kinds.</summary>
    public static IEnumerable<Finding> Of(ResourceDefinition definition, CheckedInputs inputs)
    {
        foreach (var property in definition.Properties)
        {
            if (inputs.Given(property.Name) is not null && !Applies(definition, property, inputs.News))
            {
                yield return Finding.Failure(
                    property.Name,
                    $"{property.Name} belongs to {definition.Discriminator} {string.Join(", ", property.Variants)}, not to {Instead(definition, inputs)}");
            }
        }
    }

    private static string Instead(ResourceDefinition definition, CheckedInputs inputs)
    {
        if (inputs.Given(definition.Discriminator!) is { ContainsSecrets: true })
        {
            return "the one given";
        }

        var kind = Kind(definition, inputs.News)!;
        var allowed = definition.Properties.Where(other => other.IsInput && !other.Variants.IsEmpty && other.Variants.Contains(kind)).Select(other => other.Name);
        return $"{kind}; {kind} has: {Words(allowed)}";
    }

    private static string Words(IEnumerable<string> names) => string.Join(", ", names.DefaultIfEmpty("nothing of its own"));

    private static string? Kind(ResourceDefinition definition, PropertyMap inputs) =>
        definition.Discriminator is { } discriminator ? Bags.Text(inputs, discriminator) : null;

    private static bool IsListed(ResourceDefinition definition, string kind) =>
        definition.Properties.FirstOrDefault(property => property.Name == definition.Discriminator)?.Type is not TextType { Values.IsEmpty: false } type
        || type.Values.Any(value => value.Value == kind);
}
