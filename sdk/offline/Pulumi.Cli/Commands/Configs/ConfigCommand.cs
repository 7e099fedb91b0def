using System.CommandLine;
using Pulumi.Cli.Hosting;
using Pulumi.Cli.Parsing;

namespace Pulumi.Cli.Commands.Configs;

/// <summary><c>pulumi config</c> and the commands below it.</summary>
internal static class ConfigCommand
{
    public static Command Create(CliHost host)
    {
        var shared = new ConfigOptions(SharedOptions.Stack(), SharedOptions.ConfigFile());
        shared.Stack.Recursive = shared.File.Recursive = true;
        var (json, showSecrets) = (SharedOptions.Json(), SharedOptions.ShowSecrets());
        var command = new Command("config", "Manage a stack's configuration; by itself, show it")
        {
            shared.Stack,
            shared.File,
            json,
            showSecrets,
            ConfigSetCommand.Create(host, shared),
            ConfigSetAllCommand.Create(host, shared),
            ConfigGetCommand.Create(host, shared),
            ConfigRemoveCommand.Create(host, shared),
            ConfigRemoveCommand.CreateForMany(host, shared),
            ConfigRefreshCommand.Create(host, shared),
        };
        Refusals.AddCommands(command, "pulumi config", "cp", "edit", "env", "web");
        Refusals.AddOptions(command, "--open");
        return command.Does(host, context => new ConfigList(shared.Open(context)).Show(context, context.Get(json), context.Get(showSecrets)));
    }
}
