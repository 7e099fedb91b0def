using System.CommandLine;
using Pulumi.Cli.Display.Model;
using Pulumi.Cli.Hosting;
using Pulumi.Engine.Deployment;

namespace Pulumi.Cli.Commands.Operations;

/// <summary><c>--expect-no-changes</c>: changes make the command fail, after they were carried out.</summary>
internal sealed class ExpectNoChangesOption
{
    private readonly Option<bool> _option = new("--expect-no-changes") { Description = "Fail if anything changes" };

    public void AddTo(Command command) => command.Add(_option);

    /// <summary>Ends the command where something changed and nothing was to.</summary>
    public void Check(CommandContext context, OperationKind kind, UpdateResult result)
    {
        if (context.Get(_option) && result.HasChanges)
        {
            throw new CommandException(
                ExitCode.ChangesFound, $"no changes were expected for {(kind.IsPreview ? "preview" : kind.Noun)} but changes were proposed");
        }
    }
}
