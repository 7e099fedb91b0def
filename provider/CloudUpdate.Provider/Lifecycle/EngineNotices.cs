using CloudUpdate.Provider.Resources;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Says things about one operation on one resource through the engine's log; a warning once, however often a wait meets its reason.</summary>
/// <param name="log">The engine's log.</param>
/// <param name="urn">The resource.</param>
internal sealed class EngineNotices(IEngineLog log, string urn) : INotices
{
    private readonly HashSet<string> _warned = [];

    /// <inheritdoc/>
    public void Info(string message) => log.Log(EngineSeverity.Info, message, urn);

    /// <inheritdoc/>
    public void Warn(string message)
    {
        if (_warned.Add(message))
        {
            log.Log(EngineSeverity.Warning, message, urn);
        }
    }

    /// <inheritdoc/>
    public void Progress(string message) => log.Log(EngineSeverity.Info, message, urn, ephemeral: true);
}
