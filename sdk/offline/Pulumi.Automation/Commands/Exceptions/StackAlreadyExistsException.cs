namespace Pulumi.Automation.Commands.Exceptions;

/// <summary>There is such a stack already.</summary>
public class StackAlreadyExistsException : CommandException
{
    internal StackAlreadyExistsException(CommandOutcome outcome)
        : base(nameof(StackAlreadyExistsException), outcome)
    {
    }
}
