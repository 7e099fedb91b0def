using System.Collections.Immutable;

namespace Pulumi.Engine.State;

/// <summary>Mends the references of a snapshot from which entries were taken: dependencies on what is gone go, and children of a lost parent
/// move to its nearest surviving ancestor.</summary>
internal static class SnapshotPruner
{
    /// <param name="resources">What is left.</param>
    /// <param name="parents">The parent of each URN, those that were taken away included.</param>
    public static ImmutableArray<ResourceState> Prune(IEnumerable<ResourceState> resources, IReadOnlyDictionary<string, string> parents)
    {
        var kept = resources.ToList();
        var urns = kept.Select(resource => resource.Urn).ToHashSet(StringComparer.Ordinal);
        return [.. kept.Select(resource => Prune(resource, urns, parents))];
    }

    private static ResourceState Prune(ResourceState resource, HashSet<string> urns, IReadOnlyDictionary<string, string> parents)
    {
        var parent = resource.Parent;
        while (parent.Length > 0 && !urns.Contains(parent))
        {
            parent = parents.GetValueOrDefault(parent, string.Empty);
        }

        var deletedWith = resource.DeletedWith.Length == 0 || urns.Contains(resource.DeletedWith) ? resource.DeletedWith : string.Empty;
        if (parent == resource.Parent && deletedWith == resource.DeletedWith && resource.Dependencies.All(urns.Contains)
            && resource.PropertyDependencies.Values.All(list => list.All(urns.Contains)))
        {
            return resource;
        }

        return resource with
        {
            Parent = parent,
            DeletedWith = deletedWith,
            Dependencies = [.. resource.Dependencies.Where(urns.Contains)],
            PropertyDependencies = resource.PropertyDependencies.ToImmutableSortedDictionary(
                entry => entry.Key, entry => entry.Value.Where(urns.Contains).ToImmutableArray(), StringComparer.Ordinal),
        };
    }
}
