namespace Pulumi.Automation.Events;

/// <summary>One event of the engine; exactly one of the members named after events is set.</summary>
public class EngineEvent
{
    internal EngineEvent()
    {
    }

    /// <summary>Number in the stream, increasing from 0.</summary>
    public int Sequence { get; internal init; }

    /// <summary>Unix time in seconds.</summary>
    public int Timestamp { get; internal init; }

    /// <summary>The end of the stream.</summary>
    public CancelEvent? CancelEvent { get; internal init; }

    /// <summary>A line of output.</summary>
    public StandardOutputEngineEvent? StandardOutputEvent { get; internal init; }

    /// <summary>A message.</summary>
    public DiagnosticEvent? DiagnosticEvent { get; internal init; }

    /// <summary>The configuration.</summary>
    public PreludeEvent? PreludeEvent { get; internal init; }

    /// <summary>The summary.</summary>
    public SummaryEvent? SummaryEvent { get; internal init; }

    /// <summary>A step begins.</summary>
    public ResourcePreEvent? ResourcePreEvent { get; internal init; }

    /// <summary>A step ended.</summary>
    public ResourceOutputsEvent? ResourceOutputsEvent { get; internal init; }

    /// <summary>A step failed.</summary>
    public ResourceOperationFailedEvent? ResourceOperationFailedEvent { get; internal init; }
}
