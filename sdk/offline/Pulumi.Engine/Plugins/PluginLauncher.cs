using System.Globalization;
using Pulumi.Engine.Config;

namespace Pulumi.Engine.Plugins;

/// <summary>Finds plugins as the Pulumi command line does and runs them as processes: attached ones (<c>PULUMI_DEBUG_PROVIDERS</c>), then
/// <c>plugins.providers</c> of the project, the <c>PATH</c>, the folder of the command, and the plugin cache. Nothing is downloaded.</summary>
public sealed class PluginLauncher : IProviderLauncher
{
    private readonly EngineEnvironment _environment;
    private readonly ProjectFile _project;

    /// <summary>A launcher for one project.</summary>
    public PluginLauncher(EngineEnvironment environment, ProjectFile project)
    {
        _environment = environment;
        _project = project;
    }

    /// <inheritdoc/>
    public async Task<IProviderInstance> StartAsync(PluginSpec plugin, PluginContext context, CancellationToken cancellation)
    {
        if (AttachedPort(plugin.Name) is { } port)
        {
            return await AttachedProvider.AttachAsync(port, context.EngineAddress, cancellation);
        }

        var command = new PluginSearch(_environment, _project).Find(plugin) ?? throw new EngineException(
            $"no resource plugin 'pulumi-resource-{plugin.Name}' found{(plugin.Version.Length > 0 ? $" in version {plugin.Version}" : string.Empty)}: " +
            "name its folder under plugins.providers of Pulumi.yaml, put it on the PATH, or install it into the plugin cache");
        return await ProviderProcess.StartAsync(command, context, _environment, _project.Directory, cancellation);
    }

    private int? AttachedPort(string name)
    {
        var entries = (_environment.Variable("PULUMI_DEBUG_PROVIDERS") ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var entry = entries.Select(text => text.Split(':')).FirstOrDefault(parts => parts[0] == name);
        return entry switch
        {
            null => null,
            [_, var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) => port,
            _ => throw new EngineException($"PULUMI_DEBUG_PROVIDERS must be a list of name:port, but has '{string.Join(':', entry)}'"),
        };
    }
}
