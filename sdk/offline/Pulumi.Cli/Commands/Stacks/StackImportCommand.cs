using System.CommandLine;
using Pulumi.Cli.Hosting;
using Pulumi.Engine.State;

namespace Pulumi.Cli.Commands.Stacks;

/// <summary><c>pulumi stack import</c>.</summary>
internal static class StackImportCommand
{
    public static Command Create(CliHost host, Option<string?> stack)
    {
        var file = new Option<string?>("--file") { Description = "Read this file instead of standard input", HelpName = "file" };
        var force = new Option<bool>("--force", "-f") { Description = "Take a state of another stack, or one that breaks the integrity rules" };
        return new Command("import", "Exchange a stack's state for an exported one") { file, force }
            .Does(host, context => RunAsync(context, context.Get(stack), context.Get(file), context.Get(force)));
    }

    private static async Task<int> RunAsync(CommandContext context, string? name, string? file, bool force)
    {
        var workspace = context.Workspace;
        var stack = workspace.RequireStack(name);
        var text = file is null
            ? await context.Host.Terminal.Input.ReadToEndAsync(context.Cancellation).ConfigureAwait(false)
            : await ReadAsync(context, context.Environment.Resolve(file)).ConfigureAwait(false);
        var secrets = workspace.OpenSecrets(workspace.LoadConfig(stack, path: null));
        workspace.Backend.Import(stack, JsonText.ParseObject(text, file ?? "standard input"), secrets, workspace.Passphrase, force);
        context.Output.WriteLine("Import complete.");
        return ExitCode.Success;
    }

    private static Task<string> ReadAsync(CommandContext context, string path) => File.Exists(path)
        ? File.ReadAllTextAsync(path, context.Cancellation)
        : throw CommandException.General($"could not open file: {path} does not exist");
}
