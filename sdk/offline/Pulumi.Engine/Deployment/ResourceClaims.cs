using Pulumi.Engine.State;

namespace Pulumi.Engine.Deployment;

/// <summary>Gives each registration its URN and finds what the state has of it.</summary>
internal sealed class ResourceClaims(DeploymentContext context, RunState state)
{
    private readonly HashSet<string> _urns = new(StringComparer.Ordinal);
    private readonly AliasResolver _aliases = new(context.Stack.Name, context.Stack.Project, state.FormerUrn);

    /// <summary>Whether this run has registered the URN.</summary>
    public bool Has(string urn) => _urns.Contains(urn);

    /// <summary>The state as it is planned, and what was there before; null for nothing.</summary>
    /// <exception cref="BailException">The parent is unknown, or the URN is taken.</exception>
    public (ResourceState? Old, ResourceState Planned) Take(ResourceGoal goal)
    {
        var urn = Claim(goal);
        var old = FindOld(urn, goal);
        var planned = Plan(urn, goal, old);
        state.Goals[urn] = goal;
        state.News[urn] = planned;
        if (old is not null)
        {
            state.Touched.Add(old);
        }

        return (old, planned);
    }

    private string Claim(ResourceGoal goal)
    {
        if (goal.Parent.Length > 0 && !state.News.ContainsKey(goal.Parent))
        {
            throw new BailException($"could not find parent resource {goal.Parent}");
        }

        var urn = Urn.Create(context.Stack.Name, context.Stack.Project, goal.Parent, goal.Type, goal.Name);
        if (!_urns.Add(urn))
        {
            throw new BailException($"Duplicate resource URN '{urn}'; try giving it a unique name", urn);
        }

        return state.PresentUrns.TryGetValue(urn, out var other)
            ? throw new BailException($"Duplicate resource URN '{urn}' conflicting with alias on resource with URN '{other}'", urn)
            : urn;
    }

    private ResourceState? FindOld(string urn, ResourceGoal goal)
    {
        if (state.Old(urn) is { } own)
        {
            return own;
        }

        foreach (var alias in _aliases.Expand(goal))
        {
            if (state.Old(alias) is not { } aliased)
            {
                continue;
            }

            if (state.PresentUrns.TryGetValue(alias, out var other) || _urns.Contains(alias))
            {
                throw new BailException(
                    $"Duplicate resource alias '{alias}' applied to resource with URN '{urn}' conflicting with resource with URN '{other ?? alias}'", urn);
            }

            state.Rename(alias, urn);
            context.Journal.Rename(alias, urn);
            return aliased;
        }

        return null;
    }

    private static ResourceState Plan(string urn, ResourceGoal goal, ResourceState? old) => new()
    {
        Urn = urn,
        Type = goal.Type,
        Custom = goal.Custom,
        Inputs = goal.Properties,
        Parent = goal.Parent,
        Protect = goal.Protect ?? false,
        RetainOnDelete = goal.RetainOnDelete ?? false,
        RefreshBeforeUpdate = old?.RefreshBeforeUpdate ?? false,
        Dependencies = goal.Dependencies,
        PropertyDependencies = goal.PropertyDependencies,
        Provider = goal.Provider,
        AdditionalSecretOutputs = goal.AdditionalSecretOutputs,
        CustomTimeouts = goal.CustomTimeouts,
        ImportId = goal.ImportId,
        DeletedWith = goal.DeletedWith,
        Created = old?.Created,
        Modified = old?.Modified,
        SourcePosition = goal.SourcePosition,
        IgnoreChanges = goal.IgnoreChanges,
        ReplaceOnChanges = goal.ReplaceOnChanges,
        HideDiffs = goal.HideDiffs,
        OtherKeys = old?.OtherKeys,
    };
}
