using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Pulumi.Automation.Commands;
using Pulumi.Automation.Events;
using Pulumi.Automation.Serialization;

namespace Pulumi.Automation;

/// <summary>A workspace in a folder of this machine.</summary>
public sealed class LocalWorkspace : Workspace
{
    private readonly DirectoryInfo? _temporary;
    private readonly SettingsFiles _files;

    private LocalWorkspace(LocalWorkspaceOptions options)
    {
        _temporary = options.WorkDir is null ? Directory.CreateTempSubdirectory("automation-") : null;
        WorkDir = options.WorkDir ?? _temporary!.FullName;
        PulumiHome = options.PulumiHome;
        SecretsProvider = options.SecretsProvider;
        Program = options.Program;
        Logger = options.Logger;
        EnvironmentVariables = options.EnvironmentVariables is null ? null : new Dictionary<string, string?>(options.EnvironmentVariables);
        _files = new SettingsFiles(WorkDir);
    }

    /// <inheritdoc/>
    public override string WorkDir { get; }

    /// <inheritdoc/>
    public override string? PulumiHome { get; }

    /// <inheritdoc/>
    public override string PulumiVersion => _version;

    /// <inheritdoc/>
    public override string? SecretsProvider { get; }

    /// <inheritdoc/>
    public override PulumiFn? Program { get; set; }

    /// <inheritdoc/>
    public override ILogger? Logger { get; set; }

    /// <inheritdoc/>
    public override IDictionary<string, string?>? EnvironmentVariables { get; set; }

    private string _version = string.Empty;

    /// <summary>A workspace made from options; checks the command's version and writes the settings files.</summary>
    /// <exception cref="InvalidOperationException">The command is too old or of another major version.</exception>
    /// <exception cref="Exceptions.ProjectSettingsConflictException">A project file on disk differs from the settings given.</exception>
    public static async Task<LocalWorkspace> CreateAsync(LocalWorkspaceOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new LocalWorkspaceOptions();
        var workspace = new LocalWorkspace(options);
        try
        {
            await workspace.InitializeAsync(options, cancellationToken).ConfigureAwait(false);
            return workspace;
        }
        catch
        {
            workspace.Dispose();
            throw;
        }
    }

    /// <summary>Creates a stack with an inline program.</summary>
    public static Task<WorkspaceStack> CreateStackAsync(InlineProgramArgs args) => CreateStackAsync(args, CancellationToken.None);

    /// <summary>Creates a stack with an inline program.</summary>
    public static Task<WorkspaceStack> CreateStackAsync(InlineProgramArgs args, CancellationToken cancellationToken) =>
        OpenAsync(args, args.StackName, WorkspaceStack.CreateAsync, cancellationToken);

    /// <summary>Creates a stack of a project on disk.</summary>
    public static Task<WorkspaceStack> CreateStackAsync(LocalProgramArgs args) => CreateStackAsync(args, CancellationToken.None);

    /// <summary>Creates a stack of a project on disk.</summary>
    public static Task<WorkspaceStack> CreateStackAsync(LocalProgramArgs args, CancellationToken cancellationToken) =>
        OpenAsync(args, args.StackName, WorkspaceStack.CreateAsync, cancellationToken);

    /// <summary>Selects a stack with an inline program.</summary>
    public static Task<WorkspaceStack> SelectStackAsync(InlineProgramArgs args) => SelectStackAsync(args, CancellationToken.None);

    /// <summary>Selects a stack with an inline program.</summary>
    public static Task<WorkspaceStack> SelectStackAsync(InlineProgramArgs args, CancellationToken cancellationToken) =>
        OpenAsync(args, args.StackName, WorkspaceStack.SelectAsync, cancellationToken);

    /// <summary>Selects a stack of a project on disk.</summary>
    public static Task<WorkspaceStack> SelectStackAsync(LocalProgramArgs args) => SelectStackAsync(args, CancellationToken.None);

    /// <summary>Selects a stack of a project on disk.</summary>
    public static Task<WorkspaceStack> SelectStackAsync(LocalProgramArgs args, CancellationToken cancellationToken) =>
        OpenAsync(args, args.StackName, WorkspaceStack.SelectAsync, cancellationToken);

    /// <summary>Selects a stack with an inline program, or creates it.</summary>
    public static Task<WorkspaceStack> CreateOrSelectStackAsync(InlineProgramArgs args) => CreateOrSelectStackAsync(args, CancellationToken.None);

    /// <summary>Selects a stack with an inline program, or creates it.</summary>
    public static Task<WorkspaceStack> CreateOrSelectStackAsync(InlineProgramArgs args, CancellationToken cancellationToken) =>
        OpenAsync(args, args.StackName, WorkspaceStack.CreateOrSelectAsync, cancellationToken);

    /// <summary>Selects a stack of a project on disk, or creates it.</summary>
    public static Task<WorkspaceStack> CreateOrSelectStackAsync(LocalProgramArgs args) => CreateOrSelectStackAsync(args, CancellationToken.None);

    /// <summary>Selects a stack of a project on disk, or creates it.</summary>
    public static Task<WorkspaceStack> CreateOrSelectStackAsync(LocalProgramArgs args, CancellationToken cancellationToken) =>
        OpenAsync(args, args.StackName, WorkspaceStack.CreateOrSelectAsync, cancellationToken);

    /// <inheritdoc/>
    public override Task<ProjectSettings?> GetProjectSettingsAsync(CancellationToken cancellationToken = default) =>
        _files.ReadProjectAsync(cancellationToken);

    /// <inheritdoc/>
    public override Task SaveProjectSettingsAsync(ProjectSettings settings, CancellationToken cancellationToken = default) =>
        _files.WriteProjectAsync(settings, cancellationToken);

    /// <inheritdoc/>
    public override Task<StackSettings?> GetStackSettingsAsync(string stackName, CancellationToken cancellationToken = default) =>
        _files.ReadStackAsync(stackName, cancellationToken);

    /// <inheritdoc/>
    public override Task SaveStackSettingsAsync(string stackName, StackSettings settings, CancellationToken cancellationToken = default) =>
        _files.WriteStackAsync(stackName, settings, cancellationToken);

    /// <inheritdoc/>
    public override Task<ConfigValue> GetConfigAsync(string stackName, string key, CancellationToken cancellationToken = default) =>
        GetConfigAsync(stackName, key, false, cancellationToken);

    /// <inheritdoc/>
    public override async Task<ConfigValue> GetConfigAsync(string stackName, string key, bool path, CancellationToken cancellationToken = default) =>
        HistoryReader.ReadConfigValue(await OutputAsync(
            ["config", "get", .. PathFlag(path), key, "--json", "--stack", stackName], cancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override async Task<ImmutableDictionary<string, ConfigValue>> GetAllConfigAsync(string stackName, CancellationToken cancellationToken = default) =>
        HistoryReader.ReadConfig(await OutputAsync(
            ["config", "--show-secrets", "--json", "--stack", stackName], cancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override Task SetConfigAsync(string stackName, string key, ConfigValue value, CancellationToken cancellationToken = default) =>
        SetConfigAsync(stackName, key, value, false, cancellationToken);

    /// <inheritdoc/>
    public override Task SetConfigAsync(string stackName, string key, ConfigValue value, bool path, CancellationToken cancellationToken = default) =>
        OutputAsync(
            ["config", "set", .. PathFlag(path), key, SecretFlag(value), "--stack", stackName, "--", value.Value], cancellationToken);

    /// <inheritdoc/>
    public override Task SetAllConfigAsync(string stackName, IDictionary<string, ConfigValue> configMap, CancellationToken cancellationToken = default) =>
        SetAllConfigAsync(stackName, configMap, false, cancellationToken);

    /// <inheritdoc/>
    public override Task SetAllConfigAsync(
        string stackName, IDictionary<string, ConfigValue> configMap, bool path, CancellationToken cancellationToken = default) =>
        OutputAsync(
            [
                "config", "set-all", "--stack", stackName, .. PathFlag(path),
                .. configMap.SelectMany(entry => new[] { SecretFlag(entry.Value), $"{entry.Key}={entry.Value.Value}" }),
            ],
            cancellationToken);

    /// <inheritdoc/>
    public override Task RemoveConfigAsync(string stackName, string key, CancellationToken cancellationToken = default) =>
        RemoveConfigAsync(stackName, key, false, cancellationToken);

    /// <inheritdoc/>
    public override Task RemoveConfigAsync(string stackName, string key, bool path, CancellationToken cancellationToken = default) =>
        OutputAsync(["config", "rm", key, "--stack", stackName, .. PathFlag(path)], cancellationToken);

    /// <inheritdoc/>
    public override Task RemoveAllConfigAsync(string stackName, IEnumerable<string> keys, CancellationToken cancellationToken = default) =>
        RemoveAllConfigAsync(stackName, keys, false, cancellationToken);

    /// <inheritdoc/>
    public override Task RemoveAllConfigAsync(string stackName, IEnumerable<string> keys, bool path, CancellationToken cancellationToken = default) =>
        OutputAsync(["config", "rm-all", "--stack", stackName, .. PathFlag(path), .. keys], cancellationToken);

    /// <inheritdoc/>
    public override async Task<ImmutableDictionary<string, ConfigValue>> RefreshConfigAsync(string stackName, CancellationToken cancellationToken = default)
    {
        await OutputAsync(["config", "refresh", "--force", "--stack", stackName], cancellationToken).ConfigureAwait(false);
        return await GetAllConfigAsync(stackName, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task<WhoAmIResult> WhoAmIAsync(CancellationToken cancellationToken = default) =>
        HistoryReader.ReadIdentity(await OutputAsync(["whoami", "--json"], cancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override Task CreateStackAsync(string stackName, CancellationToken cancellationToken) =>
        OutputAsync(
            ["stack", "init", stackName, .. SecretsProvider is null ? Array.Empty<string>() : ["--secrets-provider", SecretsProvider]],
            cancellationToken);

    /// <inheritdoc/>
    public override Task SelectStackAsync(string stackName, CancellationToken cancellationToken) =>
        OutputAsync(["stack", "select", "--stack", stackName], cancellationToken);

    /// <inheritdoc/>
    public override Task RemoveStackAsync(string stackName, CancellationToken cancellationToken = default) =>
        OutputAsync(["stack", "rm", "--yes", stackName], cancellationToken);

    /// <inheritdoc/>
    public override async Task<ImmutableList<StackSummary>> ListStacksAsync(CancellationToken cancellationToken = default) =>
        HistoryReader.ReadStacks(await OutputAsync(["stack", "ls", "--json"], cancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override async Task<StackDeployment> ExportStackAsync(string stackName, CancellationToken cancellationToken = default) =>
        StackDeployment.FromJsonString(await OutputAsync(
            ["stack", "export", "--stack", stackName, "--show-secrets"], cancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override async Task ImportStackAsync(string stackName, StackDeployment state, CancellationToken cancellationToken = default)
    {
        var folder = Directory.CreateTempSubdirectory("automation-import-");
        try
        {
            var file = Path.Combine(folder.FullName, "state.json");
            await File.WriteAllTextAsync(file, state.Json.GetRawText(), cancellationToken).ConfigureAwait(false);
            await OutputAsync(["stack", "import", "--file", file, "--stack", stackName], cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <inheritdoc/>
    public override async Task<ImmutableDictionary<string, OutputValue>> GetStackOutputsAsync(string stackName, CancellationToken cancellationToken = default)
    {
        string[] arguments = ["stack", "output", "--json", "--stack", stackName];
        var masked = await OutputAsync(arguments, cancellationToken).ConfigureAwait(false);
        var plain = await OutputAsync([.. arguments, "--show-secrets"], cancellationToken).ConfigureAwait(false);
        return HistoryReader.ReadOutputs(masked, plain);
    }

    internal override Task<CommandOutcome> RunAsync(
        IReadOnlyList<string> arguments, UpdateOptions? options, Action<EngineEvent>? onEvent, CancellationToken cancellationToken) =>
        CommandRunner.RunAsync(
            new CommandCall(arguments, WorkDir, CommandEnvironment())
            {
                OnStandardOutput = options?.OnStandardOutput,
                OnStandardError = options?.OnStandardError,
                OnEvent = onEvent,
            },
            cancellationToken);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _temporary is { Exists: true })
        {
            _temporary.Delete(recursive: true);
            _temporary.Refresh();
        }

        base.Dispose(disposing);
    }

    private static IEnumerable<string> PathFlag(bool path) => path ? ["--path"] : [];

    private static string SecretFlag(ConfigValue value) => value.IsSecret ? "--secret" : "--plaintext";

    private static async Task<WorkspaceStack> OpenAsync(
        LocalWorkspaceOptions options,
        string stackName,
        Func<string, Workspace, CancellationToken, Task<WorkspaceStack>> open,
        CancellationToken cancellationToken)
    {
        var workspace = await CreateAsync(options, cancellationToken).ConfigureAwait(false);
        try
        {
            return await open(stackName, workspace, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            workspace.Dispose();
            throw;
        }
    }

    private async Task InitializeAsync(LocalWorkspaceOptions options, CancellationToken cancellationToken)
    {
        var environment = CommandEnvironment();
        environment["PULUMI_SKIP_UPDATE_CHECK"] = "true";
        var printed = await CommandRunner.RunAsync(new CommandCall(["version"], WorkDir, environment), cancellationToken).ConfigureAwait(false);
        var skip = Variable(VersionCheck.SkipVariable) is not null;
        _version = VersionCheck.Require(printed.StandardOutput, skip);

        if (options.ProjectSettings is { } project)
        {
            await _files.WriteProjectUnlessThereAsync(project, cancellationToken).ConfigureAwait(false);
        }

        foreach (var (stackName, settings) in options.StackSettings ?? new Dictionary<string, StackSettings>())
        {
            await SaveStackSettingsAsync(stackName, settings, cancellationToken).ConfigureAwait(false);
        }
    }

    private string? Variable(string name) =>
        EnvironmentVariables is not null && EnvironmentVariables.TryGetValue(name, out var value)
            ? value
            : Environment.GetEnvironmentVariable(name);

    private Dictionary<string, string?> CommandEnvironment()
    {
        var environment = new Dictionary<string, string?>();
        if (PulumiHome is not null)
        {
            environment["PULUMI_HOME"] = PulumiHome;
        }

        foreach (var (name, value) in EnvironmentVariables ?? new Dictionary<string, string?>())
        {
            environment[name] = value;
        }

        return environment;
    }

    private async Task<string> OutputAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        (await RunAsync(arguments, null, null, cancellationToken).ConfigureAwait(false)).StandardOutput;
}
