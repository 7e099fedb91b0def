using System.CommandLine;
using Pulumi.Cli.Hosting;

namespace Pulumi.Cli.Commands.Configs;

/// <summary><c>pulumi config refresh</c>: the configuration of the latest operation becomes the stack's again.</summary>
internal static class ConfigRefreshCommand
{
    public static Command Create(CliHost host, ConfigOptions shared)
    {
        var force = new Option<bool>("--force", "-f") { Description = "Overwrite the file without keeping a copy" };
        return new Command("refresh", "Take over the configuration of the latest operation, whose copy of it may be newer than the file") { force }
            .Does(host, context => Run(context, shared.Open(context), context.Get(force)));
    }

    private static void Run(CommandContext context, ConfigSession session, bool force)
    {
        var latest = context.Workspace.Backend.History(session.Stack) is [var newest, ..] ? newest : throw CommandException.General("no previous deployment");
        if (!force && File.Exists(session.File.Path))
        {
            var copy = FreeName(session.File.Path);
            File.Copy(session.File.Path, copy);
            context.Output.WriteLine($"backed up existing stack configuration file to {copy}");
        }

        session.Replace(latest.Config);
        session.File.Save();
        context.Output.WriteLine($"refreshed configuration for stack '{session.Stack.Name}'");
    }

    private static string FreeName(string path)
    {
        var name = $"{path}.bak";
        while (File.Exists(name))
        {
            name += ".bak";
        }

        return name;
    }
}
