using System.CommandLine;
using Pulumi.Cli.Hosting;
using Pulumi.Engine.Backend;

namespace Pulumi.Cli.Commands;

/// <summary><c>pulumi login</c> and <c>pulumi logout</c>: choose the folder that keeps the stacks.</summary>
internal static class LoginCommand
{
    public static Command Create(CliHost host)
    {
        var url = new Argument<string?>("url") { Description = "The folder that keeps the stacks: file://FOLDER", Arity = ArgumentArity.ZeroOrOne };
        var local = new Option<bool>("--local", "-l") { Description = "Keep stacks in the home folder: file://~" };
        return new Command("login", "Choose the folder that keeps the stacks") { url, local }
            .Does(host, context => Run(context, context.Get(local) ? "file://~" : context.Get(url)));
    }

    public static Command CreateLogout(CliHost host) => new Command("logout", "Forget the folder that keeps the stacks").Does(host, context =>
    {
        Credentials.SetUrl(context.Environment, null);
        context.Output.WriteLine("Logged out");
    });

    private static void Run(CommandContext context, string? url)
    {
        var chosen = url ?? Credentials.CurrentUrl(context.Environment, project: null);
        var backend = FileBackend.Open(chosen, context.Environment);
        Credentials.SetUrl(context.Environment, backend.Url);
        context.Output.WriteLine($"Logged in to {context.Environment.Owner.HostName} as {context.Environment.Owner.UserName} ({backend.Url})");
    }
}
