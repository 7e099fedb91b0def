using CloudUpdate.Provider.Resources;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Says things about one resource through the engine's log.</summary>
/// <param name="log">The engine's log.</param>
/// <param name="urn">The resource.</param>
internal sealed class EngineNotices(IEngineLog log, string urn) : INotices
{
    /// <inheritdoc/>
    public void Info(string message) => log.Log(EngineSeverity.Info, message, urn);

    /// <inheritdoc/>
    public void Warn(string message) => log.Log(EngineSeverity.Warning, message, urn);

    /// <inheritdoc/>
    public void Progress(string message) => log.Log(EngineSeverity.Info, message, urn, ephemeral: true);
}
