namespace Pulumi.Automation.Exceptions;

/// <summary>The command did not report its summary.</summary>
public sealed class NoSummaryEventException : MissingExpectedEventException
{
    internal NoSummaryEventException(string message)
        : base(nameof(NoSummaryEventException), message)
    {
    }
}
