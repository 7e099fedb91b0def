using CloudUpdate.Protocol.Values;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>A difference and its place.</summary>
/// <param name="Path">The place.</param>
/// <param name="What">The difference.</param>
internal sealed record FoundDifference(PropertyPath Path, PropertyDifference What);
