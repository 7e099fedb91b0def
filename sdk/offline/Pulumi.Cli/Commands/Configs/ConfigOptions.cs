using System.CommandLine;

namespace Pulumi.Cli.Commands.Configs;

/// <summary>Options of every configuration command.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="File">Another file than the stack's.</param>
internal sealed record ConfigOptions(Option<string?> Stack, Option<string?> File)
{
    /// <summary>The configuration that the options name.</summary>
    public ConfigSession Open(CommandContext context)
    {
        var project = context.Workspace.RequireProject();
        var stack = context.Workspace.RequireStack(context.Get(Stack));
        return new ConfigSession(context.Workspace, project, stack, context.Workspace.LoadConfig(stack, context.Get(File)));
    }
}
