using System.CommandLine;
using Pulumi.Cli.Display;
using Pulumi.Cli.Display.Model;
using Pulumi.Cli.Display.Views;
using Pulumi.Engine.Deployment;

namespace Pulumi.Cli.Commands.Operations;

/// <summary><c>--markdown FILE</c>: a summary for a pull-request comment. The Pulumi CLI has no such option.</summary>
internal sealed class MarkdownOption
{
    private readonly Option<string?> _option = new("--markdown") { Description = "Write a summary in Markdown, fit for a pull-request comment", HelpName = "file" };

    public void AddTo(Command command) => command.Add(_option);

    public void Write(CommandContext context, OperationModel model, DisplayOptions options, UpdateResult result)
    {
        if (context.Get(_option) is { Length: > 0 } file)
        {
            File.WriteAllText(context.Environment.Resolve(file), new MarkdownView(model, options).Text(result));
        }
    }
}
