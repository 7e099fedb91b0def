using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Deployment;

/// <summary>Finds what must be deleted before a resource that is replaced by deletion first: dependents that a change of it replaces too.</summary>
internal sealed class DependentReplacements(DeploymentContext context, RunState state)
{
    /// <summary>The dependents, in the order of the state.</summary>
    public async Task<IReadOnlyList<ResourceState>> FindAsync(ResourceState root)
    {
        var result = new List<ResourceState>();
        var replaced = new HashSet<string>(StringComparer.Ordinal) { root.Urn };
        var after = state.Before.Resources.SkipWhile(resource => !ReferenceEquals(resource, root)).Skip(1);
        foreach (var resource in after.Where(resource => resource is { Custom: true, External: false, Delete: false } && !state.Touched.Contains(resource)))
        {
            if (await IsReplacedAsync(resource, replaced))
            {
                replaced.Add(resource.Urn);
                result.Add(resource);
            }
        }

        return result;
    }

    private async Task<bool> IsReplacedAsync(ResourceState resource, HashSet<string> replaced)
    {
        if (replaced.Contains(resource.DeletedWith) || (ProviderReference.TryParse(resource.Provider) is { } provider && replaced.Contains(provider.Urn)))
        {
            return true;
        }

        var affected = Affected(resource, replaced);
        if (affected.Count == 0)
        {
            return false;
        }

        var inputs = resource.Inputs.Select((key, value) => affected.Contains(key) ? PropertyValue.Unknown : value);
        var operations = await context.OperationsAsync(resource.Type, resource.Provider);
        var diff = await operations.DiffAsync(resource, inputs, resource.IgnoreChanges, context.Immediate);
        return ReplaceOnChanges.Apply(diff, resource.ReplaceOnChanges).Replaces;
    }

    // Where the state does not say which inputs a dependency went into, it may have gone into any of them.
    private static ImmutableHashSet<string> Affected(ResourceState resource, HashSet<string> replaced) =>
        resource.PropertyDependencies.IsEmpty && resource.Dependencies.Any(replaced.Contains)
            ? [.. resource.Inputs.Keys]
            : [.. resource.PropertyDependencies.Where(entry => entry.Value.Any(replaced.Contains)).Select(entry => entry.Key)];
}
