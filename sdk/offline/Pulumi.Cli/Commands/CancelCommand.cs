using System.CommandLine;
using Pulumi.Cli.Hosting;

namespace Pulumi.Cli.Commands;

/// <summary><c>pulumi cancel</c>: takes away the locks of an operation that ended without doing so.</summary>
internal static class CancelCommand
{
    public static Command Create(CliHost host)
    {
        var name = new Argument<string?>("stack-name") { Description = "The stack; by default the selected one", Arity = ArgumentArity.ZeroOrOne };
        var (stack, yes) = (SharedOptions.Stack(), SharedOptions.Yes());
        return new Command("cancel", "Take away the locks that an interrupted operation left on a stack. An operation that still runs is not stopped") { name, stack, yes }
            .Does(host, context => RunAsync(context, context.Get(name) ?? context.Get(stack), context.Get(yes)));
    }

    private static async Task<int> RunAsync(CommandContext context, string? name, bool yes)
    {
        var stack = context.Workspace.RequireStack(name);
        await Confirmation.RequireAsync(
            context, yes, $"This will release every lock of '{stack.Name}', whoever holds it. An operation that is still running may then leave the stack inconsistent.", stack.Name)
            .ConfigureAwait(false);
        var locks = context.Workspace.Backend.Cancel(stack);
        context.Output.WriteLine(locks == 0 ? $"There was no lock on '{stack.Name}'." : $"The currently running update for '{stack.Name}' has been canceled!");
        return ExitCode.Success;
    }
}
