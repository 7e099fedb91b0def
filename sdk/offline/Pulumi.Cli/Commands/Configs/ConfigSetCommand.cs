using System.CommandLine;
using Pulumi.Cli.Hosting;
using Pulumi.Cli.Parsing;

namespace Pulumi.Cli.Commands.Configs;

/// <summary><c>pulumi config set</c>.</summary>
internal static class ConfigSetCommand
{
    public static Command Create(CliHost host, ConfigOptions shared)
    {
        var key = new Argument<string>("key") { Description = "The key: NAME, or NAMESPACE:NAME" };
        var value = new Argument<string?>("value") { Description = "The value; by default what standard input holds", Arity = ArgumentArity.ZeroOrOne };
        var secret = new Option<bool>("--secret") { Description = "Encrypt the value" };
        var plaintext = new Option<bool>("--plaintext") { Description = "Keep the value in clear (the default)" };
        var path = new Option<bool>("--path") { Description = "The key is a path into a structure, such as outer.list[0]" };
        var command = new Command("set", "Set a configuration value") { key, value, secret, plaintext, path };
        Refusals.AddOptions(command, "--type");
        return command.Does(host, async context =>
        {
            if (context.Get(secret) && context.Get(plaintext))
            {
                throw CommandException.Usage("--secret and --plaintext cannot be used together");
            }

            var session = shared.Open(context);
            var text = context.Get(value) ?? await ReadAsync(context, context.Get(secret)).ConfigureAwait(false);
            session.Set(context.Get(key)!, text, context.Get(secret), context.Get(path));
            session.File.Save();
            return ExitCode.Success;
        });
    }

    private static async Task<string> ReadAsync(CommandContext context, bool isSecret)
    {
        if (!context.Host.Terminal.InputIsTerminal)
        {
            var text = await context.Host.Terminal.Input.ReadToEndAsync(context.Cancellation).ConfigureAwait(false);
            return text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2] : text.EndsWith('\n') ? text[..^1] : text;
        }

        return !context.Screen.IsInteractive ? throw CommandException.Usage("config value must be specified in non-interactive mode")
            : isSecret ? context.Screen.AskSecret("value:", context.Cancellation)
            : await context.Screen.AskTextAsync("value:", context.Cancellation).ConfigureAwait(false);
    }
}
