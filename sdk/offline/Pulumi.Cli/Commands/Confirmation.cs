using Pulumi.Cli.Hosting;

namespace Pulumi.Cli.Commands;

/// <summary>Asks before something that cannot be undone.</summary>
internal static class Confirmation
{
    /// <summary>Returns where the user agrees, or has agreed with <c>--yes</c>; otherwise ends the command.</summary>
    public static async Task RequireAsync(CommandContext context, bool yes, string warning, string expected)
    {
        if (yes || context.Environment.IsOn("PULUMI_SKIP_CONFIRMATIONS"))
        {
            return;
        }

        if (!context.Screen.IsInteractive)
        {
            throw CommandException.Usage("--yes must be passed in to proceed when running in non-interactive mode");
        }

        context.Screen.Write(warning);
        var answer = await context.Screen.AskTextAsync($"Please confirm that this is what you'd like to do by typing `{expected}`:", context.Cancellation)
            .ConfigureAwait(false);
        if (answer != expected)
        {
            throw new CommandException(ExitCode.Declined, "confirmation declined");
        }
    }
}
