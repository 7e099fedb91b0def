using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;

namespace Pulumi.Engine.Plugins;

/// <summary>One provider instance.</summary>
internal interface IProvider : IAsyncDisposable
{
    Task<CheckOutcome> CheckConfigAsync(string urn, PropertyMap? olds, PropertyMap news, CancellationToken cancellation);

    Task<DiffOutcome> DiffConfigAsync(
        string urn, PropertyMap oldInputs, PropertyMap oldOutputs, PropertyMap news, ImmutableArray<string> ignoreChanges, CancellationToken cancellation);

    /// <summary>Begins to configure the instance. With unknown inputs nothing is sent.</summary>
    void BeginConfigure(string urn, string id, PropertyMap inputs, CancellationToken cancellation);

    /// <summary>The calls of the instance, once it is configured.</summary>
    /// <exception cref="ProviderException">It could not be configured.</exception>
    Task<IProviderCalls> CallsAsync();

    /// <summary>Asks running calls to end.</summary>
    Task CancelAsync();
}
