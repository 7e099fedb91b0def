using System.CommandLine;
using Pulumi.Engine.Deployment;

namespace Pulumi.Cli.Commands.Operations;

/// <summary>Options that limit an operation to some resources.</summary>
internal sealed class TargetOptions
{
    private readonly Option<string[]> _target = new("--target", "-t") { Description = "Work on this resource only; * and ** are wildcards; repeatable", HelpName = "urn" };
    private readonly Option<bool> _dependents = new("--target-dependents") { Description = "Work on what depends on the targets too" };

    public void AddTo(Command command)
    {
        command.Add(_target);
        command.Add(_dependents);
    }

    public UpdateOptions Apply(CommandContext context, UpdateOptions options) =>
        options with { Targets = [.. context.Get(_target) ?? []], TargetDependents = context.Get(_dependents) };
}
