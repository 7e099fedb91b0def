using System.Collections.Immutable;

namespace Pulumi.Engine.Deployment;

/// <summary>Former URNs of a resource: those it names, and those that follow from its parent having been found under a former one.</summary>
/// <param name="stack">Short stack name.</param>
/// <param name="project">Project name.</param>
/// <param name="formerUrn">The former URN of a resource of this run; null where it was found under its own.</param>
internal sealed class AliasResolver(string stack, string project, Func<string, string?> formerUrn)
{
    /// <summary>The former URNs in the order in which they are looked for.</summary>
    public ImmutableArray<string> Expand(ResourceGoal goal)
    {
        var result = ImmutableArray.CreateBuilder<string>();
        foreach (var alias in goal.Aliases)
        {
            result.Add(Expand(goal, alias));
        }

        if (goal.Parent.Length > 0 && formerUrn(goal.Parent) is { } formerParent)
        {
            result.Add(Urn.Create(stack, project, formerParent, goal.Type, InheritedName(goal.Name, goal.Parent, formerParent)));
            foreach (var urn in goal.Aliases.Select(alias => Expand(goal, alias)).Where(Urn.IsValid))
            {
                result.Add(Urn.Create(Urn.Stack(urn), Urn.Project(urn), formerParent, Urn.Type(urn), InheritedName(Urn.Name(urn), goal.Parent, formerParent)));
            }
        }

        return [.. result.Distinct(StringComparer.Ordinal)];
    }

    private string Expand(ResourceGoal goal, ResourceAlias alias)
    {
        if (alias.Urn is { } urn)
        {
            return urn;
        }

        var parent = alias.NoParent ? null : alias.ParentUrn ?? goal.Parent;
        if (alias.ParentUrn is { } named && formerUrn(named) is { } former)
        {
            parent = former;
        }

        return Urn.Create(alias.Stack ?? stack, alias.Project ?? project, parent, alias.Type ?? goal.Type, alias.Name ?? goal.Name);
    }

    // A child named after its parent was named after the parent's former name before.
    private static string InheritedName(string name, string parent, string formerParent)
    {
        var parentName = Urn.Name(parent);
        return name.StartsWith(parentName, StringComparison.Ordinal) ? Urn.Name(formerParent) + name[parentName.Length..] : name;
    }
}
