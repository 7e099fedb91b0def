using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Schema;
using CloudUpdate.Provider.Values;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>
/// A replacement that would leave nothing, or clash with what it replaces, is refused before anything happens: it needs the old object
/// to be deleted, which the state must allow, and a new one to be created.
/// </summary>
internal static class ReplacementRules
{
    /// <summary>The properties that force a replacement which cannot be.</summary>
    public static IEnumerable<Finding> Of(ResourceDefinition definition, CheckedInputs inputs)
    {
        var forcing = inputs.Olds.Count == 0 || IsAnotherObject(definition, inputs) ? [] : Forcing(definition, inputs).ToList();
        if (forcing.Count == 0 || !(OwnershipRules.GivesDoor(definition, inputs.News) || Clashes(definition, inputs)))
        {
            yield break;
        }

        foreach (var path in forcing)
        {
            yield return new Finding(path, $"{path} cannot change on the existing {definition.Title}, so it would have to be replaced. {TwoSteps(definition)}");
        }
    }

    /// <summary>How to get there all the same.</summary>
    public static string TwoSteps(ResourceDefinition definition) => definition.Create is null
        ? "It cannot be created or deleted, so it cannot be replaced."
        : "To replace it: first run an update with `onDelete: Delete`, then make the change without "
            + $"{OwnershipRules.DoorWords(definition)}; the object is then deleted and created anew.";

    private static bool Clashes(ResourceDefinition definition, CheckedInputs inputs) =>
        definition.IsInTheWay(inputs.Olds, inputs.News)
        && Settings.EffectiveOnDelete(inputs.Olds, OwnershipRules.Of(inputs.Olds, PropertyMap.Empty)) is not OnDelete.Delete;

    // Another id, name or place, or one that is not known yet: the old object stays out of it.
    private static bool IsAnotherObject(ResourceDefinition definition, CheckedInputs inputs) =>
        definition.Inputs.Where(input => input.Role is PropertyRole.Identity or PropertyRole.Location)
            .Any(input => inputs.Given(input.Name) is { ContainsUnknowns: true } || Changes(input, inputs.Olds.Get(input.Name), inputs.Given(input.Name)));

    private static IEnumerable<PropertyPath> Forcing(ResourceDefinition definition, CheckedInputs inputs) =>
        Leaf.In(definition.CreationOnly, inputs.News)
            .Where(leaf => Changes(leaf.Definition, leaf.Path.Get(inputs.Olds), leaf.Value))
            .Select(leaf => leaf.Path);

    // What only one side gives is compared where the object is known.
    private static bool Changes(PropertyDefinition input, PropertyValue? old, PropertyValue? @new) =>
        old is { IsNull: false } && @new is { IsNull: false, ContainsUnknowns: false } && !Same.Value(input.Type, old, @new);
}
