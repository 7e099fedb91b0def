using CloudUpdate.Protocol.Rpc;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pulumi.Engine.Config;

namespace Pulumi.Engine.Plugins;

/// <summary>What the plugins of one run are told.</summary>
/// <param name="EngineAddress">Address of the engine service.</param>
/// <param name="Project">The project.</param>
/// <param name="Configuration">The stack's configuration.</param>
internal sealed record PluginSettings(string EngineAddress, ProjectFile Project, StackConfiguration Configuration)
{
    public PluginContext Context(string package) => new(EngineAddress, Project.Name, new JObject(Configuration.Values
        .Where(entry => entry.Key.Namespace == package).Select(entry => new JProperty(entry.Key.ToString(), entry.Value))).ToString(Formatting.None));

    /// <summary>The call that begins a provider's life; one without a folder is attached and is not told any.</summary>
    public ProviderHandshakeRequest Handshake(string? directory)
    {
        var request = new ProviderHandshakeRequest
        {
            EngineAddress = EngineAddress,
            ConfigureWithUrn = true,
            SupportsRefreshBeforeUpdate = true,
            InvokeWithPreview = true,
        };
        if (directory is not null)
        {
            request.RootDirectory = Project.Directory;
            request.ProgramDirectory = directory;
        }

        return request;
    }
}
