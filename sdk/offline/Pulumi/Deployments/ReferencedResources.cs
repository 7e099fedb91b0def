namespace Pulumi;

/// <summary>Which resources stand for those that something depends on.</summary>
internal static class ReferencedResources
{
    /// <summary>
    /// Custom resources and remote components stand for themselves; a component of this program stands for its
    /// children, and theirs.
    /// </summary>
    public static IEnumerable<Resource> Expand(IEnumerable<Resource> resources)
    {
        var seen = new HashSet<Resource>();
        var pending = new Stack<Resource>(resources);
        while (pending.TryPop(out var resource))
        {
            if (!seen.Add(resource))
            {
                continue;
            }

            if (resource is CustomResource || resource.IsRemote)
            {
                yield return resource;
            }

            // The children that a remote component has in this program count as well.
            foreach (var child in resource is CustomResource ? [] : resource.GetChildren())
            {
                pending.Push(child);
            }
        }
    }

    /// <summary>The URNs of the resources that stand for these.</summary>
    public static async Task<HashSet<string>> GetUrnsAsync(IEnumerable<Resource> resources)
    {
        var urns = await Task.WhenAll(Expand(resources).Select(resource => resource.Urn.GetValueAsync(whenUnknown: "")))
            .ConfigureAwait(false);
        return [.. urns.Where(urn => urn.Length > 0)];
    }
}
