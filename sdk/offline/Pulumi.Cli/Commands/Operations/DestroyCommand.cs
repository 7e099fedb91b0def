using System.CommandLine;
using Pulumi.Cli.Display.Model;
using Pulumi.Cli.Hosting;
using Pulumi.Engine.Backend;
using Pulumi.Engine.Deployment;

namespace Pulumi.Cli.Commands.Operations;

/// <summary><c>pulumi destroy</c>: deletes everything of a stack.</summary>
internal static class DestroyCommand
{
    public static Command Create(CliHost host)
    {
        var (arguments, phases, targets, refresh) = (new OperationOptions(), new PhaseOptions(), new TargetOptions(), new RefreshOption());
        var remove = new Option<bool>("--remove") { Description = "Remove the stack and its configuration afterwards" };
        var command = new Command("destroy", "Delete all resources of a stack") { remove, ProgramlessOption.Create() };
        command.Aliases.Add("down");
        arguments.AddTo(command);
        phases.AddTo(command);
        targets.AddTo(command);
        refresh.AddTo(command);
        return command.Does(host, context =>
        {
            var steps = phases.Read(context, context.Get(arguments.Json));
            var options = refresh.Apply(context, targets.Apply(context, OperationSetup.ForState(context, arguments)));
            return new Operation(context, UpdateKind.Destroy, options, arguments.Display(context), arguments.Output(context))
            {
                OnSuccess = (kind, result) => Finish(context, kind, result, options, context.Get(remove), context.Get(arguments.Json)),
            }.RunAsync(steps);
        });
    }

    private static void Finish(CommandContext context, OperationKind kind, UpdateResult result, UpdateOptions options, bool remove, bool isJson)
    {
        if (kind.IsPreview || !options.Targets.IsEmpty || !result.Snapshot.Resources.IsEmpty)
        {
            return;
        }

        if (remove)
        {
            context.Workspace.RemoveStack(options.Stack, force: false, preserveConfig: false);
        }

        if (!isJson)
        {
            context.Screen.Write(remove
                ? $"The resources in the stack have been deleted, and the stack '{options.Stack.Name}' has been removed!"
                : "The resources in the stack have been deleted, but the history and configuration associated with the stack are still maintained. \n" +
                  $"If you want to remove the stack completely, run `pulumi stack rm {options.Stack.Name}`.");
        }
    }
}
