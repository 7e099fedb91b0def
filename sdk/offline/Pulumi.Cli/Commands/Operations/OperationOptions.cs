using System.CommandLine;
using Pulumi.Cli.Display;
using Pulumi.Cli.Display.Changes;
using Pulumi.Cli.Parsing;

namespace Pulumi.Cli.Commands.Operations;

/// <summary>Options that preview, up, refresh, destroy and import share.</summary>
internal sealed class OperationOptions
{
    private readonly Option<bool> _diff = new("--diff") { Description = "Show every property change instead of one line per resource" };
    private readonly Option<bool> _showConfig = new("--show-config") { Description = "Show the configuration" };
    private readonly Option<bool> _showReads = new("--show-reads") { Description = "Show resources that are only read" };
    private readonly Option<bool> _showReplacementSteps = new("--show-replacement-steps") { Description = "Show each step of replacements" };
    private readonly Option<bool> _showSames = new("--show-sames") { Description = "Show resources that do not change" };
    private readonly Option<bool> _showSecrets = SharedOptions.ShowSecrets();
    private readonly Option<bool> _showFullOutput = new("--show-full-output") { Description = "Show long texts whole" };
    private readonly Option<bool> _urns = new("--urns") { Description = "Show URNs instead of types and names" };
    private readonly Option<bool> _suppressOutputs = new("--suppress-outputs") { Description = "Do not show stack outputs" };
    private readonly Option<bool> _suppressProgress = new("--suppress-progress") { Description = "Show nothing while the operation runs" };

    public Option<string?> Stack { get; } = SharedOptions.Stack();

    public Option<string?> ConfigFile { get; } = SharedOptions.ConfigFile();

    public Option<string[]> Config { get; } = new("--config", "-c") { Description = "Set and keep a configuration value first", HelpName = "key=value" };

    public Option<bool> ConfigPath { get; } = new("--config-path") { Description = "Keys of --config are paths into structures" };

    public Option<string?> Message { get; } = new("--message", "-m") { Description = "A message for the stack's history", HelpName = "text" };

    public Option<int?> Parallel { get; } = new("--parallel", "-p") { Description = "How many operations may run at once; 1 for one after the other", HelpName = "count" };

    public Option<bool> Json { get; } = SharedOptions.Json();

    public Option<bool> Debug { get; } = new("--debug", "-d") { Description = "Show debug messages" };

    public Option<string?> EventLog { get; } = new("--event-log") { Hidden = true, HelpName = "file or tcp://host:port" };

    public Option<string?> ExecKind { get; } = new("--exec-kind") { Hidden = true };

    public Option<string?> Client { get; } = new("--client") { Hidden = true, HelpName = "host:port" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[]
        {
            Stack, ConfigFile, Config, ConfigPath, Message, Parallel, Json, Debug, _diff, _showConfig, _showReads, _showReplacementSteps, _showSames,
            _showSecrets, _showFullOutput, _urns, _suppressOutputs, _suppressProgress, EventLog, ExecKind, Client,
            new Option<string?>("--exec-agent") { Hidden = true }, new Option<bool>("--suppress-permalink") { Hidden = true },
        })
        {
            command.Add(option);
        }

        Refusals.AddOptions(
            command, "--attach-debugger", "--continue-on-error", "--disable-integrity-checking", "--exclude", "--exclude-dependents", "--exclude-protected",
            "--ignore-protect", "--output", "--policy-pack", "--policy-pack-config", "--policy-pack-configs", "--remote", "--secrets-provider", "--strict");
    }

    public OperationOutput Output(CommandContext context) => new(context.Get(Json), context.Get(Debug), context.Get(EventLog));

    public DisplayOptions Display(CommandContext context) => new()
    {
        Diff = context.Get(_diff),
        ShowConfig = context.Get(_showConfig),
        ShowReads = context.Get(_showReads),
        ShowReplacementSteps = context.Get(_showReplacementSteps),
        ShowSames = context.Get(_showSames),
        ShowUrns = context.Get(_urns),
        SuppressOutputs = context.Get(_suppressOutputs),
        SuppressProgress = context.Get(_suppressProgress),
        Values = new ValueOptions(context.Get(_showSecrets), context.Get(_showFullOutput)),
    };
}
