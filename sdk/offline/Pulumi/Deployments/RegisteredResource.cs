using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Rpc = CloudUpdate.Protocol.Rpc;

namespace Pulumi;

/// <summary>What the engine answered about a resource.</summary>
/// <param name="Urn">Its URN.</param>
/// <param name="Id">Its id; empty if unknown.</param>
/// <param name="Outputs">Its outputs.</param>
/// <param name="IsComplete">Whether it succeeded and was not left out of the run, so that outputs that are not there are null rather than unknown.</param>
internal sealed record RegisteredResource(string Urn, string Id, Struct Outputs, bool IsComplete = true)
{
    /// <summary>The resources that outputs come from, besides the resource itself.</summary>
    public ImmutableDictionary<string, ImmutableHashSet<Resource>> Dependencies { get; init; }
        = ImmutableDictionary<string, ImmutableHashSet<Resource>>.Empty;

    public static RegisteredResource From(Rpc.RegisterResourceResponse response)
        => new(response.Urn, response.Id, response.Object ?? new Struct(), response is { Result: Rpc.Result.Success, Unknown: false })
        {
            Dependencies = response.PropertyDependencies.ToImmutableDictionary(
                property => property.Key,
                property => property.Value.Urns.Select(urn => (Resource)new DependencyResource(urn)).ToImmutableHashSet()),
        };
}
