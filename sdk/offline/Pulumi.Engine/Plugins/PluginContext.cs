namespace Pulumi.Engine.Plugins;

/// <summary>What a provider process is told.</summary>
/// <param name="EngineAddress">Address of the engine service: <c>host:port</c>.</param>
/// <param name="Project">Name of the project.</param>
/// <param name="ConfigJson">The configuration of the plugin's package as JSON object, for <c>PULUMI_CONFIG</c>.</param>
public sealed record PluginContext(string EngineAddress, string Project, string ConfigJson);
