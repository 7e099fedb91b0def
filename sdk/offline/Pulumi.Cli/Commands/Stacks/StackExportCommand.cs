using System.CommandLine;
using Pulumi.Cli.Json;
using Pulumi.Cli.Hosting;
using Pulumi.Cli.Parsing;

namespace Pulumi.Cli.Commands.Stacks;

/// <summary><c>pulumi stack export</c>.</summary>
internal static class StackExportCommand
{
    public static Command Create(CliHost host, Option<string?> stack)
    {
        var file = new Option<string?>("--file") { Description = "Write to this file instead of standard output", HelpName = "file" };
        var showSecrets = SharedOptions.ShowSecrets();
        var command = new Command("export", "Write a stack's state as JSON") { file, showSecrets };
        Refusals.AddOptions(command, "--version");
        return command.Does(host, context => Run(context, context.Get(stack), context.Get(file), context.Get(showSecrets)));
    }

    private static void Run(CommandContext context, string? name, string? file, bool showSecrets)
    {
        var stack = context.Workspace.RequireStack(name);
        if (showSecrets)
        {
            context.Warn("the exported state holds secrets in clear");
        }

        var text = IndentedJson.Write(context.Workspace.Backend.Export(stack, showSecrets ? context.Workspace.Passphrase : null));
        if (file is null)
        {
            context.Output.WriteLine(text);
        }
        else
        {
            File.WriteAllText(context.Environment.Resolve(file), text + "\n");
        }
    }
}
