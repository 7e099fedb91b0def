using System.CommandLine;
using Pulumi.Cli.Hosting;

namespace Pulumi.Cli.Commands;

/// <summary>How commands are put together.</summary>
internal static class CommandExtensions
{
    /// <summary>Sets what the command does.</summary>
    public static Command Does(this Command command, CliHost host, Func<CommandContext, Task<int>> action)
    {
        command.SetAction((parsed, _) => action(new CommandContext(host, parsed)));
        return command;
    }

    /// <summary>Sets what the command does; it succeeds unless it throws.</summary>
    public static Command Does(this Command command, CliHost host, Action<CommandContext> action) => command.Does(host, context =>
    {
        action(context);
        return Task.FromResult(ExitCode.Success);
    });
}
