using Pulumi.Cli.Display.Model;
using Pulumi.Engine.Events;

namespace Pulumi.Cli.Display.Progress;

/// <summary>Shows what goes on while a run lasts.</summary>
internal interface IProgress : IAsyncDisposable
{
    void Begin();

    /// <summary>Called after an event has changed a resource.</summary>
    void OnChange(ResourceRow row, EngineEvent cause);
}
