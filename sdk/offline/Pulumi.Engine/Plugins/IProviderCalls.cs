using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;

namespace Pulumi.Engine.Plugins;

/// <summary>The calls of one provider instance.</summary>
internal interface IProviderCalls : IResourceOperations
{
    Task<InvokeOutcome> InvokeAsync(string token, PropertyMap arguments, bool preview, CancellationToken cancellation);
}

/// <summary>What a function answered: a result, or why its arguments were refused. Neither where the provider is not configured yet.</summary>
internal sealed record InvokeOutcome(PropertyMap? Result, ImmutableArray<InputFailure> Failures);
