using Pulumi.Automation.Events;

namespace Pulumi.Automation.EndToEnd.Tests.Support;

/// <summary>The events of one operation, as they came.</summary>
internal sealed class EventList
{
    private readonly List<EngineEvent> _events = [];

    public IReadOnlyList<EngineEvent> All => _events;

    public SummaryEvent Summary => _events.Select(entry => entry.SummaryEvent).OfType<SummaryEvent>().Single();

    /// <summary>Operation and name of each step that began.</summary>
    public IReadOnlyList<string> Steps => Of(_events.Select(entry => entry.ResourcePreEvent?.Metadata));

    /// <summary>Operation and name of each step that succeeded.</summary>
    public IReadOnlyList<string> Ends => Of(_events.Select(entry => entry.ResourceOutputsEvent?.Metadata));

    public void Add(EngineEvent engineEvent) => _events.Add(engineEvent);

    /// <summary>They are numbered through, and begin and end as every operation does.</summary>
    public void CheckFrame()
    {
        Assert.That(_events.Select(entry => entry.Sequence), Is.EqualTo(Enumerable.Range(0, _events.Count)));
        Assert.That(_events[0].PreludeEvent, Is.Not.Null);
        Assert.That(_events[^2].SummaryEvent, Is.Not.Null);
        Assert.That(_events[^1].CancelEvent, Is.Not.Null);
        Assert.That(_events.All(entry => entry.Timestamp > 0), Is.True);
    }

    // Providers are the engine's own.
    private static List<string> Of(IEnumerable<StepEventMetadata?> steps) =>
    [
        .. steps.OfType<StepEventMetadata>()
            .Where(step => !step.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal))
            .Select(step => $"{step.Op} {step.Urn.Split("::")[^1]}"),
    ];
}
