using System.CommandLine;
using Pulumi.Cli.Hosting;
using Pulumi.Cli.Parsing;
using Pulumi.Engine.Backend;

namespace Pulumi.Cli.Commands.Operations;

/// <summary><c>pulumi refresh</c>: brings the state up to date with the objects.</summary>
internal static class RefreshCommand
{
    public static Command Create(CliHost host)
    {
        var (arguments, phases, targets, expect) = (new OperationOptions(), new PhaseOptions(), new TargetOptions(), new ExpectNoChangesOption());
        var clearPending = new Option<bool>("--clear-pending-creates") { Description = "Forget creates that an interrupted operation left unfinished" };
        var command = new Command("refresh", "Bring the state up to date with the objects; changes no object")
        {
            clearPending,
            new Option<bool>("--skip-pending-creates") { Description = "Leave unfinished creates as they are (the default)" },
            ProgramlessOption.Create(),
        };
        arguments.AddTo(command);
        phases.AddTo(command);
        targets.AddTo(command);
        expect.AddTo(command);
        Refusals.AddOptions(command, "--import-pending-creates");
        return command.Does(host, context =>
        {
            var steps = phases.Read(context, context.Get(arguments.Json));
            var options = targets.Apply(context, OperationSetup.ForState(context, arguments)) with { ClearPendingCreates = context.Get(clearPending) };
            return new Operation(context, UpdateKind.Refresh, options, arguments.Display(context), arguments.Output(context))
            {
                OnSuccess = (kind, result) => expect.Check(context, kind, result),
            }.RunAsync(steps);
        });
    }
}
