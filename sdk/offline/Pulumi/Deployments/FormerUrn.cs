using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Turns aliases into the URNs that a resource had before.</summary>
internal static class FormerUrn
{
    /// <summary>The URN that an alias of a resource means.</summary>
    public static Output<string> Of(Input<Alias> alias, string name, string type, Resource? parent)
        => alias.ToOutput().Apply(given => given.Urn is { } urn ? OnlyUrn(given, urn) : FromParts(given, name, type, parent));

    /// <summary>All URNs that a resource may have had, those included that it had under its parent's former names.</summary>
    public static IEnumerable<Output<string>> AllOf(Resource resource, Resource? parent)
    {
        var own = resource.FormerUrns;
        var name = resource.GetResourceName();
        var type = resource.GetResourceType();
        var underParent = parent is null
            ? []
            : parent.FormerUrns.SelectMany(parentUrn => own
                .Select(urn => urn.Apply(former => Under(parentUrn, parent, Urn.NameIn(former), Urn.TypeIn(former))))
                .Prepend(Under(parentUrn, parent, name, type)));
        return own.Concat(underParent);
    }

    private static Output<string> OnlyUrn(Alias alias, string urn)
    {
        var other = (alias.Name, alias.Type, alias.Project, alias.Stack, alias.Parent, alias.ParentUrn, alias.NoParent) switch
        {
            ({ }, _, _, _, _, _, _) => nameof(Alias.Name),
            (_, { }, _, _, _, _, _) => nameof(Alias.Type),
            (_, _, { }, _, _, _, _) => nameof(Alias.Project),
            (_, _, _, { }, _, _, _) => nameof(Alias.Stack),
            (_, _, _, _, { }, _, _) => nameof(Alias.Parent),
            (_, _, _, _, _, { }, _) => nameof(Alias.ParentUrn),
            (_, _, _, _, _, _, true) => nameof(Alias.NoParent),
            _ => null,
        };
        return other is null
            ? Output.Create(urn)
            : throw new ArgumentException($"Alias should not specify both {nameof(Alias.Urn)} and {other}");
    }

    private static Output<string> FromParts(Alias alias, string name, string type, Resource? parent)
    {
        var parents = new[] { alias.Parent is not null, alias.ParentUrn is not null, alias.NoParent };
        if (parents.Count(given => given) > 1)
        {
            throw new ArgumentException(
                $"Only specify one of '{nameof(Alias.Parent)}', '{nameof(Alias.ParentUrn)}' or '{nameof(Alias.NoParent)}' "
                + $"in an {nameof(Alias)}");
        }

        var owner = alias.Parent ?? (parents.Contains(true) ? null : parent);
        return Urn.Create(alias.Name ?? name, alias.Type ?? type, owner, alias.ParentUrn, alias.Project, alias.Stack);
    }

    // A child named after its parent had the parent's former name in its own.
    private static Output<string> Under(Output<string> parentUrn, Resource parent, string name, string type)
    {
        var parentName = parent.GetResourceName();
        var formerName = name.StartsWith(parentName, StringComparison.Ordinal)
            ? parentUrn.Apply(urn => string.Concat(Urn.NameIn(urn), name.AsSpan(parentName.Length)))
            : Output.Create(name);
        return Urn.Create(formerName, type, parentUrn: parentUrn);
    }
}
