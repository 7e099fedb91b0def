using System.CommandLine;
using Pulumi.Cli.Hosting;
using Pulumi.Cli.Parsing;

namespace Pulumi.Cli.Commands.Configs;

/// <summary><c>pulumi config set-all</c>.</summary>
internal static class ConfigSetAllCommand
{
    public static Command Create(CliHost host, ConfigOptions shared)
    {
        var secret = new Option<string[]>("--secret") { Description = "A value to encrypt", HelpName = "key=value" };
        var plaintext = new Option<string[]>("--plaintext") { Description = "A value to keep in clear", HelpName = "key=value" };
        var path = new Option<bool>("--path") { Description = "The keys are paths into structures" };
        var command = new Command("set-all", "Set several configuration values at once") { secret, plaintext, path };
        Refusals.AddOptions(command, "--json");
        return command.Does(host, context =>
        {
            var session = shared.Open(context);
            Set(session, context.Get(plaintext), isSecret: false, context.Get(path));
            Set(session, context.Get(secret), isSecret: true, context.Get(path));
            session.File.Save();
        });
    }

    private static void Set(ConfigSession session, string[]? assignments, bool isSecret, bool isPath)
    {
        foreach (var assignment in assignments ?? [])
        {
            var (key, value) = Assignment.Split(assignment);
            session.Set(key, value, isSecret, isPath);
        }
    }
}
