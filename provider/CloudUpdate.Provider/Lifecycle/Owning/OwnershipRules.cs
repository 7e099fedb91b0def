using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Resources;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Who owns an object: decided in the first check, carried ever after.</summary>
internal static class OwnershipRules
{
    /// <summary>The decision of a check: the old one where there are old inputs, otherwise by what the program gives.</summary>
    public static Ownership Decide(ResourceDefinition definition, PropertyMap olds, PropertyMap news) =>
        olds.Count > 0 ? Of(olds, PropertyMap.Empty) : GivesDoor(definition, news) ? Ownership.Adopted : Ownership.Created;

    /// <summary>The decision that a state holds. An object is created only if the state says so and nothing in it says otherwise:
    /// mistaking an adopted object for a created one would delete it.</summary>
    public static Ownership Of(PropertyMap inputs, PropertyMap outputs)
    {
        var said = new[] { Text(inputs, Internals.Ownership), Text(outputs, Settings.OwnershipName) }.OfType<string>().ToList();
        return said.Count > 0 && said.All(text => text == nameof(Ownership.Created)) ? Ownership.Created : Ownership.Adopted;
    }

    /// <summary>The decision for an object that is not in the state yet: that of the check, or its rule where no check came before.</summary>
    public static Ownership OfNew(ResourceDefinition definition, PropertyMap inputs) =>
        inputs.ContainsKey(Internals.Ownership) ? Of(inputs, PropertyMap.Empty) : Decide(definition, PropertyMap.Empty, inputs);

    /// <summary>Whether the inputs adopt: by the id, by <c>adopt: true</c> (an unknown counts as given), or because nothing else is possible.</summary>
    public static bool GivesDoor(ResourceDefinition definition, PropertyMap inputs) => definition.Identity.Door switch
    {
        AdoptionDoor.ById => inputs.Get(definition.Identity.Own.Name) is { IsNull: false },
        AdoptionDoor.ByFlag => inputs.Get(Settings.Adopt)?.Unwrapped is UnknownValue or BoolValue { Value: true },
        _ => true,
    };

    /// <summary>How a program adopts, for people.</summary>
    public static string DoorWords(ResourceDefinition definition) =>
        definition.Identity.Door is AdoptionDoor.ById ? $"`{definition.Identity.Own.Name}`" : "`adopt: true`";

    private static string? Text(PropertyMap bag, string key) => (bag.Get(key)?.Unwrapped as StringValue)?.Value;
}
