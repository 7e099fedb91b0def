using System.CommandLine;
using Pulumi.Cli.Hosting;
using Pulumi.Cli.Parsing;

namespace Pulumi.Cli.Commands.Stacks;

/// <summary><c>pulumi stack rm</c>.</summary>
internal static class StackRemoveCommand
{
    public static Command Create(CliHost host, Option<string?> stack)
    {
        var name = new Argument<string?>("stack-name") { Description = "The stack; by default the selected one", Arity = ArgumentArity.ZeroOrOne };
        var yes = SharedOptions.Yes();
        var force = new Option<bool>("--force", "-f") { Description = "Remove the stack although it has resources, which stay as they are" };
        var preserve = new Option<bool>("--preserve-config") { Description = "Keep Pulumi.STACK.yaml" };
        var command = new Command("rm", "Remove a stack and its configuration") { name, yes, force, preserve };
        Refusals.AddOptions(command, "--remove-backups");
        return command.Does(host, context => RunAsync(context, context.Get(name) ?? context.Get(stack), context.Get(yes), context.Get(force), context.Get(preserve)));
    }

    private static async Task<int> RunAsync(CommandContext context, string? name, bool yes, bool force, bool preserve)
    {
        var workspace = context.Workspace;
        var stack = workspace.RequireStack(name);
        await Confirmation.RequireAsync(context, yes, $"This will permanently remove the '{stack.Name}' stack!", stack.Name).ConfigureAwait(false);
        workspace.RemoveStack(stack, force, preserve);
        context.Output.WriteLine($"Stack '{stack.Name}' has been removed!");
        return ExitCode.Success;
    }
}
