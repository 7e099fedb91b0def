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
        var there = desired.ResendSecrets ? live.Outputs : WithKnown(managed, live, desired.Known);
        var changes = Leaf.In(managed, stated)
            .Where(leaf => !Same.Value(leaf.Definition.Type, leaf.Path.Get(there), leaf.Value))
            .Select(leaf => new LeafChange(leaf.Path, leaf.Definition.Type, leaf.Path.Get(live.Outputs), Shown(leaf)) { IsHidden = IsHidden(live, leaf) })
            .ToImmutableArray();
        var plan = new WritePlan(changes, stated, Overlay.Of(managed, live.Outputs.Where((key, _) => names.Contains(key)), stated));
        return Guard(managed, plan);
    }

    private static PropertyValue Shown(Leaf leaf) => leaf.Definition.IsSecret ? PropertyValue.Secret(leaf.Value) : leaf.Value;

    // What no answer shows is taken to be what was last sent.
    private static PropertyMap WithKnown(IEnumerable<PropertyDefinition> managed, LiveObject live, PropertyMap known)
    {
        var there = live.Outputs;
        foreach (var leaf in Leaf.In(managed, known).Where(leaf => IsHidden(live, leaf)))
        {
            there = leaf.Path.Set(there, leaf.Value) ?? there;
        }

        return there;
    }

    private static bool IsHidden(LiveObject live, Leaf leaf) =>
        leaf.Definition.WriteOnly || (leaf.Path.TopLevelKey is { } top && live.Hidden.Contains(top));

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
