using Signatures = CloudUpdate.Protocol.Values.Signatures;

namespace Pulumi;

/// <summary>An instance of a provider with its configuration, for the resources that name it in their options.</summary>
public class ProviderResource : CustomResource
{
    /// <summary>Declares a provider.</summary>
    /// <param name="package">The package that it serves.</param>
    /// <param name="name">The name.</param>
    /// <param name="args">The configuration.</param>
    /// <param name="options">The options.</param>
    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : base($"pulumi:providers:{package}", name, args, options)
        => Package = package;

    internal string Package { get; }

    /// <summary>The URN and id, as requests name a provider. The id may still be unknown.</summary>
    internal async Task<string> GetReferenceAsync()
    {
        var urn = await Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        var id = await Id.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        return $"{urn}::{(string.IsNullOrEmpty(id) ? Signatures.UnknownString : id)}";
    }
}
