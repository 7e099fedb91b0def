using Pulumi.Engine.Events;

namespace Pulumi.Cli.EventLogs;

/// <summary>Gives each event to several sinks, in turn.</summary>
internal sealed class EventFork(params IEventSink[] sinks) : IEventSink
{
    public void OnEvent(EngineEvent engineEvent)
    {
        foreach (var sink in sinks)
        {
            sink.OnEvent(engineEvent);
        }
    }
}
