namespace Pulumi.Automation.Commands.Exceptions;

/// <summary>There is no such stack.</summary>
public class StackNotFoundException : CommandException
{
    internal StackNotFoundException(CommandOutcome outcome)
        : base(nameof(StackNotFoundException), outcome)
    {
    }
}
