using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Schema;
using CloudUpdate.Provider.Values;

namespace CloudUpdate.Provider.Resources;

/// <summary>Finds what must be written for an object to be as desired.</summary>
internal static class UpdatePlanner
{
    /// <summary>The stated properties in which the object differs, and all managed properties as they will be.</summary>
    /// <exception cref="ResourceException">An object would have to be sent without a secret that it needs.</exception>
    public static WritePlan Plan(ResourceDefinition definition, LiveObject live, DesiredState desired)
    {
        var managed = definition.Managed;
        var names = managed.Select(property => property.Name).ToHashSet();
        var stated = desired.Inputs.Where((key, value) => names.Contains(key) && !value.IsNull);
        var there = desired.ResendSecrets ? live.Outputs : WithKnown(live.Outputs, Unshown(managed, live, desired.Known));
        var changes = Leaf.In(managed, stated)
            .Where(leaf => !Same.Value(leaf.Definition.Type, leaf.Path.Get(there), leaf.Value))
            .Select(leaf => new LeafChange(leaf.Path, leaf.Definition.Type, leaf.Path.Get(live.Outputs), Shown(leaf)) { IsHidden = IsHidden(live, leaf) })
            .ToImmutableArray();
        var kept = WithKnown(live.Outputs.Where((key, _) => names.Contains(key)), Unshown(managed, live, desired.Known).Where(IsKept));
        return Guard(managed, new WritePlan(changes, stated, Overlay.Of(managed, kept, stated)));
    }

    // Of an object that is sent whole, a member that the program no longer states stays as far as it is known. A secret stays the cloud's.
    private static bool IsKept(Leaf leaf) => leaf.Path.Segments.Length > 1 && !leaf.Definition.WriteOnly;

    private static PropertyValue Shown(Leaf leaf) => leaf.Definition.IsSecret ? PropertyValue.Secret(leaf.Value) : leaf.Value;

    // What no answer shows is taken to be what was last sent.
    private static IEnumerable<Leaf> Unshown(IEnumerable<PropertyDefinition> managed, LiveObject live, PropertyMap known) =>
        Leaf.In(managed, known).Where(leaf => IsHidden(live, leaf));

    private static PropertyMap WithKnown(PropertyMap there, IEnumerable<Leaf> known) =>
        known.Aggregate(there, (bag, leaf) => leaf.Path.Set(bag, leaf.Value) ?? bag);

    private static bool IsHidden(LiveObject live, Leaf leaf) => leaf.Definition.WriteOnly || live.Hides(leaf.Path);

    private static WritePlan Guard(IEnumerable<PropertyDefinition> managed, WritePlan plan)
    {
        var missing = managed.Where(property => plan.Touches(property.Name))
            .SelectMany(property => WriteOnlySecrets.Missing(property, plan.Merged.Get(property.Name)))
            .Select(path => path.ToString())
            .ToList();
        return missing.Count == 0 ? plan : throw new ResourceException(
            ResourceProblem.InvalidInput,
            $"{string.Join(", ", plan.Changes.Select(change => change.Leaf))} would change, which sends the whole object; the cloud never gives back "
            + $"{string.Join(" or ", missing)}, so the program must give it too.");
    }
}
