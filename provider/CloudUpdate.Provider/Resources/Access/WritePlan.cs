using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;

namespace CloudUpdate.Provider.Resources;

/// <summary>What a write would do.</summary>
/// <param name="Changes">The properties it changes; none means that nothing is sent.</param>
/// <param name="Stated">The managed properties that the program states.</param>
/// <param name="Merged">All managed properties as they will be: what is stated over what is there.</param>
internal sealed record WritePlan(ImmutableArray<LeafChange> Changes, PropertyMap Stated, PropertyMap Merged)
{
    /// <summary>Whether nothing is to be sent.</summary>
    public bool IsEmpty => Changes.IsEmpty;

    /// <summary>Whether the write changes a top-level property, or a member of it.</summary>
    public bool Touches(string property) => Changes.Any(change => change.Path.TopLevelKey == property);
}
