using Pulumi.Engine.Events;

namespace Pulumi.Engine.Tests.Framework;

/// <summary>Keeps the events of a run.</summary>
internal sealed class EventRecorder : IEventSink
{
    public List<EngineEvent> Events { get; } = [];

    public void OnEvent(EngineEvent engineEvent) => Events.Add(engineEvent);
}
