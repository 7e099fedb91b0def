using System.CommandLine;
using Pulumi.Engine.Deployment;

namespace Pulumi.Cli.Commands.Operations;

/// <summary>Options that ask for replacements.</summary>
internal sealed class ReplaceOptions
{
    private readonly Option<string[]> _replace = new("--replace") { Description = "Replace this resource; repeatable", HelpName = "urn" };
    private readonly Option<string[]> _targetReplace = new("--target-replace") { Description = "Replace this resource and work on no other; repeatable", HelpName = "urn" };

    public void AddTo(Command command)
    {
        command.Add(_replace);
        command.Add(_targetReplace);
    }

    public UpdateOptions Apply(CommandContext context, UpdateOptions options)
    {
        var both = context.Get(_targetReplace) ?? [];
        return options with { Targets = [.. options.Targets, .. both], Replace = [.. context.Get(_replace) ?? [], .. both] };
    }
}
