using Pulumi.Cli.Hosting;
using Pulumi.Engine;
using Pulumi.Engine.Backend;
using Pulumi.Engine.Config;
using Pulumi.Engine.State;

namespace Pulumi.Cli.Workspaces;

/// <summary>What a command works on: the project of the working directory, if there is one, the backend, and the passphrase.</summary>
internal sealed class Workspace
{
    private readonly EngineEnvironment _environment;

    private Workspace(EngineEnvironment environment, ProjectFile? project, FileBackend backend, PassphraseSource passphrase)
    {
        _environment = environment;
        Project = project;
        Backend = backend;
        Passphrase = passphrase;
    }

    /// <summary>The project; null outside one.</summary>
    public ProjectFile? Project { get; }

    public FileBackend Backend { get; }

    public PassphraseSource Passphrase { get; }

    public static Workspace Open(CliHost host, EngineEnvironment environment, Screen screen)
    {
        var project = FindProject(environment);
        var backend = FileBackend.Open(Credentials.CurrentUrl(environment, project), environment);
        Func<string>? prompt = screen.IsInteractive ? () => screen.AskSecret(PassphrasePrompt, host.Interrupts.Graceful) : null;
        return new Workspace(environment, project, backend, host.OpenPassphrase(environment, prompt));
    }

    /// <summary>The project of a folder; null where there is none.</summary>
    public static ProjectFile? FindProject(EngineEnvironment environment) =>
        ProjectFile.Find(environment.WorkingDirectory) is { } path ? ProjectFile.Load(path) : null;

    /// <summary>The project; an error outside one.</summary>
    public ProjectFile RequireProject() => Project ?? throw CommandException.General(
        "no Pulumi.yaml project file found (searching upwards from the current directory). If you have not created a project yet, write one with `name` and `runtime: dotnet`.");

    /// <summary>The stack of a name as users give it.</summary>
    public StackReference Parse(string name) => StackReference.Parse(name, Project?.Name);

    /// <summary>The selected stack; null where none is.</summary>
    public StackReference? Selected => Project is not null && StackSelection.Get(_environment, Project, Backend.Url) is { } name ? Parse(name) : null;

    /// <summary>Selects a stack, or with null none, where there is a project to select one for.</summary>
    public void Select(StackReference? stack)
    {
        if (Project is not null)
        {
            StackSelection.Set(_environment, Project, Backend.Url, stack);
        }
    }

    /// <summary>The stack that a command names, or else the selected one; it exists.</summary>
    public StackReference RequireStack(string? name)
    {
        var stack = name is { Length: > 0 } ? Parse(name) : Selected ?? throw new CommandException(
            ExitCode.StackNotFound, "no stack selected; please use `pulumi stack select` to choose one");
        return Backend.Exists(stack) ? stack : throw new EngineException(EngineErrorKind.StackNotFound, $"no stack named '{stack.Name}' found");
    }

    /// <summary>Removes a stack: its state, its history, its configuration file unless that is to stay, and its selection.</summary>
    public void RemoveStack(StackReference stack, bool force, bool preserveConfig)
    {
        var isSelected = Selected == stack;
        Backend.RemoveStack(stack, force);
        if (!preserveConfig && Project?.Name == stack.Project)
        {
            File.Delete(Project.StackConfigPath(stack.Name));
        }

        if (isSelected)
        {
            Select(null);
        }
    }

    /// <summary>The configuration file of a stack of this project.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="path">Another file than the usual one; null for that.</param>
    public StackConfigFile LoadConfig(StackReference stack, string? path)
    {
        var project = Project?.Name == stack.Project ? Project : ProjectFile.Synthetic(stack.Project, _environment.WorkingDirectory);
        return StackConfigFile.Load(path is { Length: > 0 } ? _environment.Resolve(path) : project.StackConfigPath(stack.Name), project.Name);
    }

    /// <summary>Encrypts and decrypts the secrets of a stack's configuration. Where the stack has no passphrase yet, it gets one, and the file the
    /// salt for it.</summary>
    public SecretsManager OpenSecrets(StackConfigFile config)
    {
        if (StackSecrets.Open(config, Passphrase, _environment.Entropy) is { } existing)
        {
            return existing;
        }

        var created = StackSecrets.OpenOrCreate(config, Passphrase, _environment.Entropy);
        config.Save();
        return created;
    }

    private const string PassphrasePrompt = "Enter your passphrase to unlock config/secrets (set PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE to remember):";
}
