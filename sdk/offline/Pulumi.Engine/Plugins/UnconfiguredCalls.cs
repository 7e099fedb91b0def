using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Plugins;

/// <summary>What the engine answers in the place of a provider whose configuration is not known in this preview.</summary>
internal sealed class UnconfiguredCalls : IProviderCalls
{
    private UnconfiguredCalls()
    {
    }

    public static UnconfiguredCalls Instance { get; } = new();

    public Task<CheckOutcome> CheckAsync(string urn, PropertyMap? olds, PropertyMap news, byte[] seed, CancellationToken cancellation) =>
        Task.FromResult(CheckOutcome.Accepted(news));

    public Task<DiffOutcome> DiffAsync(ResourceState old, PropertyMap news, ImmutableArray<string> ignoreChanges, CancellationToken cancellation) =>
        Task.FromResult(new DiffOutcome { Changes = DiffChanges.Some, ConfigurationUnknown = true });

    public Task<ObjectOutcome> CreateAsync(ResourceState planned, bool preview, CancellationToken cancellation) =>
        Task.FromResult(new ObjectOutcome(string.Empty, PropertyMap.Empty));

    public Task<ObjectOutcome> UpdateAsync(ResourceState old, ResourceState planned, bool preview, CancellationToken cancellation) =>
        Task.FromResult(new ObjectOutcome(old.Id, PropertyMap.Empty));

    public Task<ObjectOutcome> ReadAsync(
        string urn, string id, PropertyMap? inputs, PropertyMap? outputs, double timeout, CancellationToken cancellation) =>
        Task.FromResult(new ObjectOutcome(id, PropertyMap.Empty, PropertyMap.Empty));

    public Task DeleteAsync(ResourceState old, CancellationToken cancellation) =>
        throw new ProviderException("the configuration of the provider is not known, so nothing can be deleted with it");

    public Task<InvokeOutcome> InvokeAsync(string token, PropertyMap arguments, bool preview, CancellationToken cancellation) =>
        Task.FromResult(new InvokeOutcome(null, []));
}
