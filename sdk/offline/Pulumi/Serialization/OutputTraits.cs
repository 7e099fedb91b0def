using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>What an output carries besides its value.</summary>
internal readonly record struct OutputTraits(bool IsKnown, bool IsSecret, ImmutableHashSet<Resource> Resources)
{
    /// <summary>Known, not secret, depending on nothing.</summary>
    public static readonly OutputTraits Plain = new(true, false, []);

    /// <summary>The traits of a value made from two: known if both are, secret if one is, depending on what either depends on.</summary>
    public OutputTraits And(OutputTraits other)
        => new(IsKnown && other.IsKnown, IsSecret || other.IsSecret, Union(Resources, other.Resources));

    public OutputTraits DependingOn(ImmutableHashSet<Resource> resources)
        => this with { Resources = Union(Resources, resources) };

    private static ImmutableHashSet<Resource> Union(ImmutableHashSet<Resource> one, ImmutableHashSet<Resource> other)
        => one.IsEmpty ? other : other.IsEmpty ? one : one.Union(other);
}
