using System.Collections.Immutable;

namespace Pulumi.Engine.State;

/// <summary>Moves every reference in a snapshot from former URNs to present ones.</summary>
internal static class UrnRewriter
{
    /// <summary>Empties the aliases of all resources, references to them moved to their URN.</summary>
    public static Snapshot NormalizeAliases(Snapshot snapshot)
    {
        var urns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in snapshot.Resources)
        {
            foreach (var alias in resource.Aliases.Where(alias => alias != resource.Urn))
            {
                urns.TryAdd(alias, resource.Urn);
            }
        }

        return urns.Count == 0 ? snapshot : snapshot with
        {
            Resources = [.. snapshot.Resources.Select(resource => Rewrite(resource, urns) with { Aliases = [] })],
        };
    }

    /// <summary>The resource with its references moved; the very same object where none is concerned.</summary>
    public static ResourceState Rewrite(ResourceState resource, IReadOnlyDictionary<string, string> urns)
    {
        if (!Mentions(resource, urns))
        {
            return resource;
        }

        return resource with
        {
            Parent = Map(resource.Parent, urns),
            DeletedWith = Map(resource.DeletedWith, urns),
            Provider = MapReference(resource.Provider, urns),
            Dependencies = [.. resource.Dependencies.Select(urn => Map(urn, urns))],
            PropertyDependencies = resource.PropertyDependencies.ToImmutableSortedDictionary(
                entry => entry.Key, entry => entry.Value.Select(urn => Map(urn, urns)).ToImmutableArray(), StringComparer.Ordinal),
        };
    }

    private static bool Mentions(ResourceState resource, IReadOnlyDictionary<string, string> urns) =>
        urns.ContainsKey(resource.Parent) || urns.ContainsKey(resource.DeletedWith)
        || (ProviderReference.TryParse(resource.Provider) is { } provider && urns.ContainsKey(provider.Urn))
        || resource.Dependencies.Any(urns.ContainsKey)
        || resource.PropertyDependencies.Values.Any(list => list.Any(urns.ContainsKey));

    private static string Map(string urn, IReadOnlyDictionary<string, string> urns) => urns.GetValueOrDefault(urn, urn);

    private static string MapReference(string reference, IReadOnlyDictionary<string, string> urns) =>
        ProviderReference.TryParse(reference) is { } parsed && urns.TryGetValue(parsed.Urn, out var urn) ? new ProviderReference(urn, parsed.Id).ToString() : reference;
}
