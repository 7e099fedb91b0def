namespace Pulumi.Engine.Events;

/// <summary>Takes the events of a run: one at a time, in order. It must not block for long and must not throw.</summary>
public interface IEventSink
{
    /// <summary>Takes one event.</summary>
    void OnEvent(EngineEvent engineEvent);
}
