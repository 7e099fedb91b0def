namespace Pulumi.Automation.Events;

/// <summary>A line of output.</summary>
public class StandardOutputEngineEvent
{
    internal StandardOutputEngineEvent()
    {
    }

    /// <summary>The text.</summary>
    public string Message { get; internal init; } = string.Empty;

    /// <summary>How colour marks in the text are to be read: <c>always</c>, <c>never</c>, <c>raw</c> or <c>auto</c>.</summary>
    public string Color { get; internal init; } = string.Empty;
}
