namespace Pulumi.Automation.Commands.Exceptions;

/// <summary>Another operation holds the stack.</summary>
public sealed class ConcurrentUpdateException : CommandException
{
    internal ConcurrentUpdateException(CommandOutcome outcome)
        : base(nameof(ConcurrentUpdateException), outcome)
    {
    }
}
