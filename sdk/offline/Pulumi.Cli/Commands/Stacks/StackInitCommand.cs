using System.CommandLine;
using Pulumi.Cli.Hosting;
using Pulumi.Cli.Parsing;
using Pulumi.Engine.State;

namespace Pulumi.Cli.Commands.Stacks;

/// <summary><c>pulumi stack init</c>.</summary>
internal static class StackInitCommand
{
    public static Command Create(CliHost host)
    {
        var name = new Argument<string?>("stack-name") { Description = "Name of the new stack", Arity = ArgumentArity.ZeroOrOne };
        var provider = new Option<string?>("--secrets-provider") { Description = "What encrypts the stack's secrets: passphrase", HelpName = "kind" };
        var noSelect = new Option<bool>("--no-select") { Description = "Do not select the new stack" };
        var command = new Command("init", "Create a stack without resources") { name, provider, noSelect };
        Refusals.AddOptions(command, "--copy-config-from", "--remote-config", "--teams");
        return command.Does(host, context => RunAsync(context, context.Get(name) ?? NamedByOption(context), context.Get(provider), context.Get(noSelect)));
    }

    private static string? NamedByOption(CommandContext context) => context.Parsed.GetValue<string?>("--stack");

    private static async Task<int> RunAsync(CommandContext context, string? name, string? provider, bool noSelect)
    {
        var workspace = context.Workspace;
        StackSecrets.CheckProvider(provider);
        var stack = workspace.Parse(name ?? await AskNameAsync(context).ConfigureAwait(false));
        var config = workspace.LoadConfig(stack, path: null);

        // The passphrase first: without one there is nothing that would have to be undone.
        var secrets = StackSecrets.OpenOrCreate(config, workspace.Passphrase, context.Environment.Entropy);
        workspace.Backend.CreateStack(stack);
        secrets.Verify();
        if (workspace.Project is not null)
        {
            config.Save();
        }

        if (!noSelect)
        {
            workspace.Select(stack);
        }

        context.Output.WriteLine($"Created stack '{stack.Name}'");
        return ExitCode.Success;
    }

    private static async Task<string> AskNameAsync(CommandContext context) => context.Screen.IsInteractive
        ? await context.Screen.AskTextAsync("Please enter your desired stack name:", context.Cancellation).ConfigureAwait(false)
        : throw CommandException.Usage("missing stack name");
}
