using System.CommandLine;
using Pulumi.Cli.Hosting;
using Pulumi.Cli.Parsing;
using Pulumi.Engine.Backend;

namespace Pulumi.Cli.Commands.Operations;

/// <summary><c>pulumi up</c>: carries the program out.</summary>
internal static class UpCommand
{
    public static Command Create(CliHost host)
    {
        var (arguments, phases, targets, replace) = (new OperationOptions(), new PhaseOptions(), new TargetOptions(), new ReplaceOptions());
        var (refresh, expect, markdown) = (new RefreshOption(), new ExpectNoChangesOption(), new MarkdownOption());
        var command = new Command("up", "Carry the program out: create, update, replace and delete resources") { Aliases = { "update" } };
        arguments.AddTo(command);
        phases.AddTo(command);
        targets.AddTo(command);
        replace.AddTo(command);
        refresh.AddTo(command);
        expect.AddTo(command);
        markdown.AddTo(command);
        Refusals.AddOptions(command, "--plan", "--run-program");
        return command.Does(host, context =>
        {
            var steps = phases.Read(context, context.Get(arguments.Json));
            var options = refresh.Apply(context, replace.Apply(context, targets.Apply(context, OperationSetup.ForProgram(context, arguments))));
            var display = arguments.Display(context);
            return new Operation(context, UpdateKind.Update, options, display, arguments.Output(context))
            {
                OnResult = (model, result) => markdown.Write(context, model, display, result),
                OnSuccess = (kind, result) => expect.Check(context, kind, result),
            }.RunAsync(steps);
        });
    }
}
