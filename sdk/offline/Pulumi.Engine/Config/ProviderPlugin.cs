namespace Pulumi.Engine.Config;

/// <summary>One entry of <c>plugins.providers</c> in Pulumi.yaml.</summary>
/// <param name="Name">The package's name.</param>
/// <param name="Path">Absolute path of the provider's folder or binary.</param>
/// <param name="Version">Its version; empty for any.</param>
public sealed record ProviderPlugin(string Name, string Path, string Version);
