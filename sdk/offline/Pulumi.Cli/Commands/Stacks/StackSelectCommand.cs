using System.CommandLine;
using Pulumi.Cli.Hosting;
using Pulumi.Cli.Parsing;
using Pulumi.Engine.State;

namespace Pulumi.Cli.Commands.Stacks;

/// <summary><c>pulumi stack select</c>.</summary>
internal static class StackSelectCommand
{
    public static Command Create(CliHost host, Option<string?> stack)
    {
        var name = new Argument<string?>("stack") { Description = "The stack to select", Arity = ArgumentArity.ZeroOrOne };
        var create = new Option<bool>("--create", "-c") { Description = "Create the stack if it does not exist" };
        var provider = new Option<string?>("--secrets-provider") { Description = "With --create, what encrypts the stack's secrets: passphrase", HelpName = "kind" };
        var command = new Command("select", "Select the stack that commands work on") { name, create, provider };
        Refusals.AddOptions(command, "--remote-config");
        return command.Does(host, context => RunAsync(context, context.Get(name) ?? context.Get(stack), context.Get(create), context.Get(provider)));
    }

    private static async Task<int> RunAsync(CommandContext context, string? name, bool create, string? provider)
    {
        var workspace = context.Workspace;
        workspace.RequireProject();
        StackSecrets.CheckProvider(provider);
        var chosen = workspace.Parse(name ?? await AskAsync(context).ConfigureAwait(false));
        if (create && !workspace.Backend.Exists(chosen))
        {
            var config = workspace.LoadConfig(chosen, path: null);
            workspace.OpenSecrets(config);
            workspace.Backend.CreateStack(chosen);
        }

        workspace.Select(workspace.RequireStack(chosen.FullName));
        return ExitCode.Success;
    }

    private static async Task<string> AskAsync(CommandContext context)
    {
        var names = context.Workspace.Backend.ListStacks(context.Workspace.RequireProject().Name).Select(stack => stack.Stack.Name).ToList();
        return !context.Screen.IsInteractive || names.Count == 0
            ? throw CommandException.Usage("no stack named: give the stack to select")
            : await context.Screen.AskAsync("Please choose a stack:", names, context.Cancellation).ConfigureAwait(false);
    }
}
