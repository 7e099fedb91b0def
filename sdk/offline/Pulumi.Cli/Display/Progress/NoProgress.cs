using Pulumi.Cli.Display.Model;
using Pulumi.Engine.Events;

namespace Pulumi.Cli.Display.Progress;

/// <summary>Shows nothing.</summary>
internal sealed class NoProgress : IProgress
{
    public void Begin()
    {
    }

    public void OnChange(ResourceRow row, EngineEvent cause)
    {
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
