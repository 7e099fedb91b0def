namespace Pulumi.Engine.Plugins;

/// <summary>Which provider plugin is wanted.</summary>
/// <param name="Name">The package's name, as in <c>pulumi-resource-NAME</c>.</param>
/// <param name="Version">Its version without a leading <c>v</c>; empty for the newest.</param>
public sealed record PluginSpec(string Name, string Version);
