using System.CommandLine;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pulumi.Cli.Hosting;

namespace Pulumi.Cli.Commands;

/// <summary><c>pulumi whoami</c>: who works on which backend.</summary>
internal static class WhoAmICommand
{
    public static Command Create(CliHost host)
    {
        var json = SharedOptions.Json();
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Show the backend too" };
        return new Command("whoami", "Show who works on which backend") { json, verbose }
            .Does(host, context => Run(context, context.Get(json), context.Get(verbose)));
    }

    private static void Run(CommandContext context, bool json, bool verbose)
    {
        var (user, url) = (context.Environment.Owner.UserName, context.Workspace.Backend.Url);
        if (json)
        {
            context.Output.WriteLine(new JObject { ["user"] = user, ["organizations"] = new JArray(), ["url"] = url }.ToString(Formatting.Indented));
            return;
        }

        context.Output.WriteLine(verbose ? $"User: {user}\nOrganizations: \nBackend URL: {url}" : user);
    }
}
