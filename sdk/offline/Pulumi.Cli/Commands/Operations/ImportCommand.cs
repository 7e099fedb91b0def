using System.CommandLine;
using Pulumi.Cli.Hosting;
using Pulumi.Cli.Parsing;
using Pulumi.Engine.Backend;

namespace Pulumi.Cli.Commands.Operations;

/// <summary><c>pulumi import</c>: brings existing objects into a stack's state.</summary>
internal static class ImportCommand
{
    private const string Hint =
        "The imported resources are in the state now. Declare them in the program with the inputs above, or the next `up` deletes those that are not protected.\n" +
        "This embedded command writes no code for them; the Pulumi CLI does.";

    public static Command Create(CliHost host)
    {
        var (arguments, phases, source) = (new OperationOptions(), new PhaseOptions(), new ImportOptions());
        var generate = new Option<bool>("--generate-code") { Hidden = true };
        var command = new Command("import", "Bring existing objects into the state of a stack") { generate };
        source.AddTo(command);
        arguments.AddTo(command);
        phases.AddTo(command, shortSkip: false);
        Refusals.AddOptions(command, "--from", "--out");
        return command.Does(host, context =>
        {
            if (context.Get(generate))
            {
                throw CommandException.Usage(Refusals.Sentence("--generate-code"));
            }

            var isJson = context.Get(arguments.Json);
            var steps = phases.Read(context, isJson);
            var options = OperationSetup.ForState(context, arguments);
            options = options with { Imports = source.Read(context, options.Stack) };
            var display = arguments.Display(context) with { Diff = true };
            return new Operation(context, UpdateKind.ResourceImport, options, display, arguments.Output(context))
            {
                OnSuccess = (kind, _) =>
                {
                    if (!kind.IsPreview && !isJson)
                    {
                        context.Screen.Write(Hint.Split('\n').Select(line => Display.Text.Line.Of(line)));
                    }
                },
            }.RunAsync(steps);
        });
    }
}
