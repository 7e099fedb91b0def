using System.CommandLine;
using Pulumi.Cli.Hosting;
using Pulumi.Cli.Parsing;
using Pulumi.Cli.Workspaces;
using Pulumi.Engine;

namespace Pulumi.Cli.Commands;

/// <summary>One run of one command.</summary>
internal sealed class CommandContext
{
    private readonly Lazy<Workspace> _workspace;

    public CommandContext(CliHost host, ParseResult parsed)
    {
        Host = host;
        Parsed = parsed;
        Environment = parsed.GetValue(GlobalOptions.WorkingDirectory) is { Length: > 0 } folder ? Enter(host.Environment, folder) : host.Environment;
        NonInteractive = parsed.GetValue(GlobalOptions.NonInteractive);
        Screen = Screen.Create(host.Terminal, Environment, GlobalOptions.ColorOf(parsed), NonInteractive);
        _workspace = new Lazy<Workspace>(() => Workspace.Open(host, Environment, Screen));
        foreach (var option in GlobalOptions.WithoutEffect.Where(option => parsed.GetResult(option) is { Implicit: false }))
        {
            Warn($"{option.Name} has no effect in this embedded command");
        }
    }

    public CliHost Host { get; }

    public ParseResult Parsed { get; }

    /// <summary>The process's environment, in the folder that <c>--cwd</c> names.</summary>
    public EngineEnvironment Environment { get; }

    public bool NonInteractive { get; }

    public Screen Screen { get; }

    /// <summary>Project, backend and passphrase; opened at the first use.</summary>
    public Workspace Workspace => _workspace.Value;

    public TextWriter Output => Host.Terminal.Output;

    public CancellationToken Cancellation => Host.Interrupts.Graceful;

    public T? Get<T>(Option<T> option) => Parsed.GetValue(option);

    public T? Get<T>(Argument<T> argument) => Parsed.GetValue(argument);

    /// <summary>Whether the option stands on the command line.</summary>
    public bool IsGiven(Option option) => Parsed.GetResult(option) is { Implicit: false };

    public void Warn(string message) => Host.Terminal.Error.WriteLine($"warning: {message}");

    private static EngineEnvironment Enter(EngineEnvironment environment, string folder)
    {
        var path = environment.Resolve(folder);
        return Directory.Exists(path)
            ? environment with { WorkingDirectory = path }
            : throw CommandException.General($"the folder given with --cwd does not exist: {path}");
    }
}
