using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Plugins;

/// <summary>What steps do to resources: a provider's calls, or for provider resources the engine's own handling of providers.</summary>
/// <remarks>Each call throws <see cref="ProviderException"/> where it fails.</remarks>
internal interface IResourceOperations
{
    Task<CheckOutcome> CheckAsync(string urn, PropertyMap? olds, PropertyMap news, byte[] seed, CancellationToken cancellation);

    Task<DiffOutcome> DiffAsync(ResourceState old, PropertyMap news, ImmutableArray<string> ignoreChanges, CancellationToken cancellation);

    Task<ObjectOutcome> CreateAsync(ResourceState planned, bool preview, CancellationToken cancellation);

    Task<ObjectOutcome> UpdateAsync(ResourceState old, ResourceState planned, bool preview, CancellationToken cancellation);

    /// <summary>Reads an object. Without inputs and outputs, the read is an import.</summary>
    Task<ObjectOutcome> ReadAsync(string urn, string id, PropertyMap? inputs, PropertyMap? outputs, double timeout, CancellationToken cancellation);

    Task DeleteAsync(ResourceState old, CancellationToken cancellation);
}
