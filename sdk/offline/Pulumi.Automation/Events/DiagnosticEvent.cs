namespace Pulumi.Automation.Events;

/// <summary>A message of the engine, of a provider or of the program.</summary>
public class DiagnosticEvent
{
    internal DiagnosticEvent()
    {
    }

    /// <summary>The resource it is about; null for the stack.</summary>
    public string? Urn { get; internal init; }

    /// <summary>What the display puts in front, with colour marks.</summary>
    public string? Prefix { get; internal init; }

    /// <summary>The text.</summary>
    public string Message { get; internal init; } = string.Empty;

    /// <summary>How colour marks in the text are to be read.</summary>
    public string Color { get; internal init; } = string.Empty;

    /// <summary><c>debug</c>, <c>info</c>, <c>info#err</c>, <c>warning</c> or <c>error</c>.</summary>
    public string Severity { get; internal init; } = string.Empty;

    /// <summary>Groups the pieces of one message.</summary>
    public string? StreamId { get; internal init; }

    /// <summary>Whether it belongs only to the live status line.</summary>
    public bool? Ephemeral { get; internal init; }
}
