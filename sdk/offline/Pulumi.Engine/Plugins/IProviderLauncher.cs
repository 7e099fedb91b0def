namespace Pulumi.Engine.Plugins;

/// <summary>Starts provider plugins.</summary>
public interface IProviderLauncher
{
    /// <summary>Starts an instance of a plugin and connects to it; the first call is still to be made.</summary>
    /// <param name="plugin">Which plugin.</param>
    /// <param name="context">What the instance is told.</param>
    /// <param name="cancellation">Ends the start.</param>
    /// <exception cref="EngineException">There is no such plugin, or it did not start.</exception>
    Task<IProviderInstance> StartAsync(PluginSpec plugin, PluginContext context, CancellationToken cancellation);
}
