using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;

namespace CloudUpdate.Provider.Resources;

/// <summary>The connections of a cluster as a resource sees them: its own in the outputs, the status of all beside them.</summary>
/// <param name="Outputs">The outputs.</param>
/// <param name="Statuses">The status of every endpoint that is connected to the cluster.</param>
internal sealed record LiveConnections(PropertyMap Outputs, ImmutableSortedDictionary<string, string> Statuses) : LiveObject(Outputs);
