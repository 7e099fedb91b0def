using System.CommandLine;
using Pulumi.Engine.Deployment;

namespace Pulumi.Cli.Commands.Operations;

/// <summary><c>--refresh</c>: bring the state up to date first; <c>--refresh=false</c> wins over the project's own wish.</summary>
internal sealed class RefreshOption
{
    private readonly Option<bool> _option = new("--refresh", "-r") { Description = "Bring the state up to date first" };

    public void AddTo(Command command) => command.Add(_option);

    public UpdateOptions Apply(CommandContext context, UpdateOptions options) =>
        options with { Refresh = context.IsGiven(_option) ? context.Get(_option) : options.Project.AlwaysRefresh };
}
