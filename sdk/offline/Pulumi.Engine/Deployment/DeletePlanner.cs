using Pulumi.Engine.State;
using Pulumi.Engine.Steps;

namespace Pulumi.Engine.Deployment;

/// <summary>Decides what to delete once the program has said everything, and in which order.</summary>
internal sealed class DeletePlanner(DeploymentContext context, RunState state, TargetSet targets)
{
    /// <summary>Whether something was reported that fails the run.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>The deletes, in sets to carry out one after the other; those of one set do not depend on each other.</summary>
    /// <exception cref="BailException">The targets leave out what depends on something that would be deleted.</exception>
    public IReadOnlyList<IReadOnlyList<Step>> Plan()
    {
        var condemned = state.Before.Resources.Where(IsCondemned).ToList();
        RefuseUntargetedDependents(condemned);
        KeepProtected(condemned);

        var owners = OwnersThatGo(condemned);
        return [.. Enumerable.Reverse(Levels(condemned)).Select(level => (IReadOnlyList<Step>)[.. level.Select(resource => StepFor(resource, owners))])];
    }

    // An owner whose object stays takes nothing with it. Neither does one of two objects of the same URN where the other stays: nothing says to which
    // of them something belongs.
    private HashSet<string> OwnersThatGo(List<ResourceState> condemned)
    {
        var going = condemned.Where(resource => resource is { PendingReplacement: false, RetainOnDelete: false, External: false })
            .ToHashSet<ResourceState>(ReferenceEqualityComparer.Instance);
        var urns = going.Select(resource => resource.Urn).ToHashSet(StringComparer.Ordinal);
        urns.ExceptWith(state.Before.Resources.Where(resource => !going.Contains(resource)).Select(resource => resource.Urn));
        return urns;
    }

    private bool IsCondemned(ResourceState resource)
    {
        if (context.Journal.Current(resource) is not { } current)
        {
            return false;
        }

        var isLeftOver = current.Delete || state.Replaced.Contains(resource) || !state.Touched.Contains(resource) || current.PendingReplacement;
        return isLeftOver && (!targets.IsLimited || targets.Names(resource.Urn));
    }

    private Step StepFor(ResourceState resource, HashSet<string> condemned)
    {
        var current = context.Journal.Current(resource)!;
        if (current.PendingReplacement)
        {
            return new RemovePendingReplaceStep(resource);
        }

        return new DeleteStep(
            resource,
            replaced: current.Delete || state.Replaced.Contains(resource),
            goesWithAnother: resource.DeletedWith.Length > 0 && condemned.Contains(resource.DeletedWith));
    }

    private void RefuseUntargetedDependents(List<ResourceState> condemned)
    {
        if (!targets.IsLimited)
        {
            return;
        }

        var urns = condemned.Where(resource => !state.Replaced.Contains(resource) && !resource.Delete).Select(resource => resource.Urn).ToHashSet(StringComparer.Ordinal);
        var survivors = state.Before.Resources.Where(resource => !condemned.Contains(resource) && !state.News.ContainsKey(resource.Urn));
        var errors = survivors.Concat(state.News.Values)
            .Where(resource => ResourceReferences.Of(resource).Any(urns.Contains)).Select(resource => resource.Urn).ToList();
        foreach (var urn in errors)
        {
            context.Events.Error(
                $"Resource '{urn}' will be destroyed but was not specified in --target list.\n" +
                "Either include resource in --target list or pass --target-dependents to proceed.", urn);
        }

        if (errors.Count > 0)
        {
            throw new BailException(null);
        }
    }

    // What is protected stays, and with it everything that it refers to.
    private void KeepProtected(List<ResourceState> condemned)
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        for (var index = condemned.Count - 1; index >= 0; index--)
        {
            var resource = condemned[index];
            if (resource.Protect && !resource.Delete && !state.Replaced.Contains(resource) && context.Journal.Current(resource) is { PendingReplacement: false })
            {
                HasErrors = true;
                context.Events.Error(
                    $"resource \"{resource.Urn}\" cannot be deleted\nbecause it is protected. To unprotect the resource, either remove the `protect` flag " +
                    $"from the resource in your Pulumi program and run `pulumi up`, or use the command:\n`pulumi state unprotect '{resource.Urn}'`", resource.Urn);
                kept.Add(resource.Urn);
            }

            if (kept.Contains(resource.Urn) && !resource.Delete)
            {
                kept.UnionWith(ResourceReferences.Of(resource));
                condemned.RemoveAt(index);
            }
        }
    }

    // First what depends on nothing condemned; the reverse of these sets is the order of deletion.
    private static List<IReadOnlyList<ResourceState>> Levels(List<ResourceState> condemned)
    {
        var graph = new DependencyGraph(condemned);
        var levels = new List<IReadOnlyList<ResourceState>>();
        var left = condemned.ToList();
        while (left.Count > 0)
        {
            var remaining = left.ToHashSet<ResourceState>(ReferenceEqualityComparer.Instance);
            var level = left.Where(resource => !graph.DependenciesOf(resource).Any(remaining.Contains)).ToList();
            levels.Add(level);
            left.RemoveAll(level.Contains);
        }

        return levels;
    }
}
