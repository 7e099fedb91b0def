using System.Collections.Immutable;

namespace Pulumi.Engine.Events;

/// <summary>Something that happened in an operation. The kinds are closed; their order in a run is: <see cref="PreludeEvent"/>, then resource
/// and diagnostic events interleaved, then <see cref="SummaryEvent"/> (not where the run ended early), then always <see cref="CancelEvent"/>.</summary>
public abstract record EngineEvent
{
    private protected EngineEvent()
    {
    }

    /// <summary>Number of the event in its run, from 0.</summary>
    public int Sequence { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public DateTimeOffset Timestamp { get; init; }
}

/// <summary>The first event of a run.</summary>
/// <param name="Config">The configuration by full key; secrets are <c>[secret]</c>.</param>
public sealed record PreludeEvent(ImmutableSortedDictionary<string, string> Config) : EngineEvent;

/// <summary>The last event of every run, successful or not.</summary>
public sealed record CancelEvent : EngineEvent;

/// <summary>A text meant for standard output.</summary>
/// <param name="Message">The text.</param>
public sealed record StandardOutputEvent(string Message) : EngineEvent;

/// <summary>A step is about to run.</summary>
/// <param name="Step">The step.</param>
/// <param name="Planning">Whether this is a preview.</param>
public sealed record ResourcePreEvent(StepMetadata Step, bool Planning) : EngineEvent;

/// <summary>A step has succeeded, or a component's outputs were registered.</summary>
/// <param name="Step">The step; its new state carries the outputs.</param>
/// <param name="Planning">Whether this is a preview.</param>
public sealed record ResourceOutputsEvent(StepMetadata Step, bool Planning) : EngineEvent;

/// <summary>A step has failed. Previews send only the diagnostic.</summary>
/// <param name="Step">The step.</param>
/// <param name="Status">What is known of the object.</param>
/// <param name="Steps">How many steps of the resource have run.</param>
public sealed record ResourceFailedEvent(StepMetadata Step, OperationStatus Status, int Steps) : EngineEvent;

/// <summary>A message for people.</summary>
/// <param name="Severity">How serious it is.</param>
/// <param name="Message">The text without prefix, secrets masked; may hold several lines and end in a line break.</param>
public sealed record DiagnosticEvent(DiagnosticSeverity Severity, string Message) : EngineEvent
{
    /// <summary>The resource it speaks of; empty for the stack.</summary>
    public string Urn { get; init; } = string.Empty;

    /// <summary>Groups the pieces of one message; 0 for a message of its own.</summary>
    public int StreamId { get; init; }

    /// <summary>Whether it is shown only while it is the latest.</summary>
    public bool Ephemeral { get; init; }
}

/// <summary>The result of a run.</summary>
/// <param name="IsPreview">Whether this was a preview.</param>
/// <param name="Result">How it ended.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="ResourceChanges">Successful steps by operation, zero counts left out; the root stack counts, default providers do not.</param>
/// <param name="MaybeCorrupt">Whether an object's status is unknown after a failure.</param>
public sealed record SummaryEvent(
    bool IsPreview,
    UpdateOutcome Result,
    TimeSpan Duration,
    ImmutableSortedDictionary<StepOperation, int> ResourceChanges,
    bool MaybeCorrupt) : EngineEvent;
