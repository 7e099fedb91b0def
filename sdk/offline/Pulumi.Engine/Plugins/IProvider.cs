using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;

namespace Pulumi.Engine.Plugins;

/// <summary>One provider instance.</summary>
internal interface IProvider : IResourceOperations, IAsyncDisposable
{
    Task<CheckOutcome> CheckConfigAsync(string urn, PropertyMap? olds, PropertyMap news, CancellationToken cancellation);

    Task<DiffOutcome> DiffConfigAsync(
        string urn, PropertyMap oldInputs, PropertyMap oldOutputs, PropertyMap news, ImmutableArray<string> ignoreChanges, CancellationToken cancellation);

    /// <summary>Begins to configure the instance; an error surfaces at the first call that needs it. With unknown inputs nothing is sent.</summary>
    void BeginConfigure(string urn, string id, PropertyMap inputs, CancellationToken cancellation);

    Task<InvokeOutcome> InvokeAsync(string token, PropertyMap arguments, bool preview, CancellationToken cancellation);

    /// <summary>Asks running calls to end.</summary>
    Task CancelAsync();
}

/// <summary>What a function answered: a result, or why its arguments were refused. Neither where the provider is not configured yet.</summary>
internal sealed record InvokeOutcome(PropertyMap? Result, ImmutableArray<InputFailure> Failures);
