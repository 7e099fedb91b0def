namespace Pulumi.Automation.Commands.Exceptions;

/// <summary>The command ended with an exit code other than 0.</summary>
public class CommandException : Exception
{
    internal CommandException(CommandOutcome outcome)
        : this(nameof(CommandException), outcome)
    {
    }

    private protected CommandException(string name, CommandOutcome outcome)
        : base(outcome.ToString()) => Name = name;

    /// <summary>Name of the kind of failure.</summary>
    public string Name { get; }
}
