using System.CommandLine;
using System.CommandLine.Help;
using Pulumi.Cli.Commands.Configs;
using Pulumi.Cli.Commands.Operations;
using Pulumi.Cli.Commands.Stacks;
using Pulumi.Cli.Hosting;
using Pulumi.Cli.Parsing;
using Pulumi.Engine;

namespace Pulumi.Cli.Commands;

/// <summary>All commands.</summary>
internal static class CommandTree
{
    public static RootCommand Create(CliHost host)
    {
        var root = new RootCommand("Deploys Pulumi programs written in C# with an embedded engine. State stays readable for the Pulumi CLI.")
        {
            StackCommand.Create(host),
            ConfigCommand.Create(host),
            PreviewCommand.Create(host),
            UpCommand.Create(host),
            RefreshCommand.Create(host),
            DestroyCommand.Create(host),
            ImportCommand.Create(host),
            CancelCommand.Create(host),
            LoginCommand.Create(host),
            LoginCommand.CreateLogout(host),
            WhoAmICommand.Create(host),
            new Command("version", "Print the version of the Pulumi CLI whose behaviour this command keeps")
                .Does(host, context => context.Output.WriteLine(EngineVersion.Text)),
        };
        root.Directives.Clear();
        foreach (var version in root.Options.OfType<VersionOption>().ToList())
        {
            root.Options.Remove(version);
        }

        var showVersion = new Option<bool>("--version") { Description = "Print the version" };
        root.Add(showVersion);
        GlobalOptions.AddTo(root);
        Refusals.AddCommands(
            root, "pulumi",
            "about", "ai", "api", "cloud", "console", "convert", "deployment", "do", "env", "gen-completion", "insights", "install", "logs", "new", "org", "package",
            "plugin", "policy", "project", "query", "replay-events", "schema", "state", "template", "trace", "view-trace", "watch");
        root.SetAction((parsed, _) => Task.FromResult(parsed.GetValue(showVersion) ? PrintVersion(host) : new HelpAction().Invoke(parsed)));
        return root;
    }

    private static int PrintVersion(CliHost host)
    {
        host.Terminal.Output.WriteLine(EngineVersion.Text);
        return ExitCode.Success;
    }
}
