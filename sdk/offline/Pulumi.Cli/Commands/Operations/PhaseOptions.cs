using System.CommandLine;
using Pulumi.Cli.Hosting;

namespace Pulumi.Cli.Commands.Operations;

/// <summary>Options that decide whether an operation is previewed, asked about, and carried out.</summary>
internal sealed class PhaseOptions
{
    private const string NobodyToAsk = "--yes or --skip-preview or --preview-only must be passed in to proceed when running in non-interactive mode";
    private readonly Option<bool> _yes = SharedOptions.Yes();
    private readonly Option<bool> _skipPreview = new("--skip-preview", "-f") { Description = "Do not preview; do not ask either" };
    private readonly Option<bool> _previewOnly = new("--preview-only") { Description = "Only show what would be done" };

    public void AddTo(Command command, bool shortSkip = true)
    {
        if (!shortSkip)
        {
            _skipPreview.Aliases.Clear();
        }

        command.Add(_yes);
        command.Add(_skipPreview);
        command.Add(_previewOnly);
    }

    /// <summary>The phases to go through.</summary>
    public Phases Read(CommandContext context, bool isJson)
    {
        var yes = context.Get(_yes) || context.Environment.IsOn("PULUMI_SKIP_CONFIRMATIONS");
        var (skip, only) = (context.Get(_skipPreview), context.Get(_previewOnly));
        if (skip && only)
        {
            throw CommandException.Usage("--skip-preview and --preview-only cannot be used together");
        }

        if (!yes && !skip && !only && (isJson || !context.Screen.IsInteractive))
        {
            throw CommandException.Usage(NobodyToAsk);
        }

        return new Phases(Preview: !skip, Execute: !only, Ask: !yes && !skip && !only);
    }
}
