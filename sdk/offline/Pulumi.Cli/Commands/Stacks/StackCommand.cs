using System.CommandLine;
using Pulumi.Cli.Hosting;
using Pulumi.Cli.Parsing;

namespace Pulumi.Cli.Commands.Stacks;

/// <summary><c>pulumi stack</c> and the commands below it.</summary>
internal static class StackCommand
{
    public static Command Create(CliHost host)
    {
        var (stack, showSecrets) = (SharedOptions.Stack(), SharedOptions.ShowSecrets());
        stack.Recursive = true;
        var showUrns = new Option<bool>("--show-urns", "-u") { Description = "Show the URN of each resource" };
        var showIds = new Option<bool>("--show-ids", "-i") { Description = "Show the id of each resource" };
        var showName = new Option<bool>("--show-name") { Description = "Show the stack's name alone" };
        var command = new Command("stack", "Manage stacks; by itself, show the selected one")
        {
            stack,
            showSecrets,
            showUrns,
            showIds,
            showName,
            StackInitCommand.Create(host),
            StackListCommand.Create(host),
            StackSelectCommand.Create(host, stack),
            StackRemoveCommand.Create(host, stack),
            StackOutputCommand.Create(host, stack),
            StackExportCommand.Create(host, stack),
            StackImportCommand.Create(host, stack),
            StackHistoryCommand.Create(host, stack),
        };
        Refusals.AddCommands(command, "pulumi stack", "change-secrets-provider", "graph", "rename", "schedule", "tag", "unselect", "webhook");
        return command.Does(host, context => new StackOverview(context, context.Get(showUrns), context.Get(showIds), context.Get(showSecrets))
            .Show(context.Get(stack), context.Get(showName)));
    }
}
