using System.Text.RegularExpressions;
using Pulumi.Automation.Commands.Exceptions;

namespace Pulumi.Automation.Commands;

/// <summary>Which exception stands for a failed command: decided by its standard error.</summary>
internal static partial class CommandFailure
{
    public static CommandException Of(CommandOutcome outcome)
    {
        var error = outcome.StandardError;
        return NoStack().IsMatch(error) ? new StackNotFoundException(outcome)
            : StackExists().IsMatch(error) ? new StackAlreadyExistsException(outcome)
            : IsLocked(error) ? new ConcurrentUpdateException(outcome)
            : new CommandException(outcome);
    }

    private static bool IsLocked(string error) =>
        error.Contains("[409] Conflict: Another update is currently in progress.", StringComparison.Ordinal)
        || error.Contains("the stack is currently locked by", StringComparison.Ordinal);

    [GeneratedRegex("no stack named.*found")]
    private static partial Regex NoStack();

    [GeneratedRegex("stack.*already exists")]
    private static partial Regex StackExists();
}
