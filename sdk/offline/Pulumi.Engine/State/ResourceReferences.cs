namespace Pulumi.Engine.State;

/// <summary>What a resource refers to.</summary>
internal static class ResourceReferences
{
    /// <summary>URNs of everything it refers to: dependencies, parent, provider, and what it is deleted with.</summary>
    public static IEnumerable<string> Of(ResourceState resource)
    {
        foreach (var urn in ByProgram(resource))
        {
            yield return urn;
        }

        if (resource.Parent.Length > 0)
        {
            yield return resource.Parent;
        }

        if (ProviderReference.TryParse(resource.Provider) is { } provider)
        {
            yield return provider.Urn;
        }
    }

    /// <summary>URNs that the program named: dependencies, and what it is deleted with.</summary>
    public static IEnumerable<string> ByProgram(ResourceState resource)
    {
        var urns = resource.Dependencies.Concat(resource.PropertyDependencies.Values.SelectMany(list => list));
        return resource.DeletedWith.Length > 0 ? urns.Append(resource.DeletedWith) : urns;
    }
}
