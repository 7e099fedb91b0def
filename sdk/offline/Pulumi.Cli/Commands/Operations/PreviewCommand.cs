using System.CommandLine;
using Pulumi.Cli.Hosting;
using Pulumi.Cli.Parsing;
using Pulumi.Engine.Backend;

namespace Pulumi.Cli.Commands.Operations;

/// <summary><c>pulumi preview</c>: shows what <c>up</c> would do.</summary>
internal static class PreviewCommand
{
    public static Command Create(CliHost host)
    {
        var (arguments, targets, replace) = (new OperationOptions(), new TargetOptions(), new ReplaceOptions());
        var (refresh, expect, markdown) = (new RefreshOption(), new ExpectNoChangesOption(), new MarkdownOption());
        var command = new Command("preview", "Show what `up` would do; changes nothing") { Aliases = { "pre" } };
        arguments.AddTo(command);
        targets.AddTo(command);
        replace.AddTo(command);
        refresh.AddTo(command);
        expect.AddTo(command);
        markdown.AddTo(command);
        Refusals.AddOptions(command, "--import-file", "--run-program", "--save-plan");
        return command.Does(host, context =>
        {
            var options = refresh.Apply(context, replace.Apply(context, targets.Apply(context, OperationSetup.ForProgram(context, arguments))));
            var display = arguments.Display(context);
            var output = arguments.Output(context) with { PreviewIsDocument = true };
            return new Operation(context, UpdateKind.Update, options, display, output)
            {
                OnResult = (model, result) => markdown.Write(context, model, display, result),
                OnSuccess = (kind, result) => expect.Check(context, kind, result),
            }.RunAsync(new Phases(Preview: true, Execute: false, Ask: false));
        });
    }
}
