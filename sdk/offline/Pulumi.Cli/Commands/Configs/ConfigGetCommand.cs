using System.CommandLine;
using Newtonsoft.Json;
using Pulumi.Cli.Hosting;
using Pulumi.Cli.Parsing;

namespace Pulumi.Cli.Commands.Configs;

/// <summary><c>pulumi config get</c>; a secret is shown in clear, since it was asked for by name.</summary>
internal static class ConfigGetCommand
{
    public static Command Create(CliHost host, ConfigOptions shared)
    {
        var key = new Argument<string>("key") { Description = "The key: NAME, or NAMESPACE:NAME" };
        var json = SharedOptions.Json();
        var path = new Option<bool>("--path") { Description = "The key is a path into a structure, such as outer.list[0]" };
        var command = new Command("get", "Show one configuration value") { key, json, path };
        Refusals.AddOptions(command, "--open");
        return command.Does(host, context =>
        {
            var session = shared.Open(context);
            var value = session.Get(context.Get(key)!, context.Get(path));
            context.Output.WriteLine(context.Get(json)
                ? ConfigJson.Of(value, value.IsSecret ? session.Secrets : null).ToString(Formatting.Indented)
                : value.IsSecret ? value.Decrypt(session.Secrets) : value.Masked());
        });
    }
}
