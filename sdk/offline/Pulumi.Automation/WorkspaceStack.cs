using System.Collections.Immutable;
using System.Globalization;
using Pulumi.Automation.Commands;
using Pulumi.Automation.Commands.Exceptions;
using Pulumi.Automation.Events;
using Pulumi.Automation.Exceptions;
using Pulumi.Automation.Inline;
using Pulumi.Automation.Serialization;

namespace Pulumi.Automation;

/// <summary>One stack of a workspace, and the operations on it.</summary>
public sealed class WorkspaceStack : IDisposable
{
    private WorkspaceStack(string name, Workspace workspace) => (Name, Workspace) = (name, workspace);

    /// <summary>Name of the stack.</summary>
    public string Name { get; }

    /// <summary>The workspace it belongs to.</summary>
    public Workspace Workspace { get; }

    /// <summary>Creates a stack.</summary>
    /// <exception cref="StackAlreadyExistsException">There is such a stack.</exception>
    public static async Task<WorkspaceStack> CreateAsync(string name, Workspace workspace, CancellationToken cancellationToken = default)
    {
        await workspace.CreateStackAsync(name, cancellationToken).ConfigureAwait(false);
        return new WorkspaceStack(name, workspace);
    }

    /// <summary>Selects a stack.</summary>
    /// <exception cref="StackNotFoundException">There is no such stack.</exception>
    public static async Task<WorkspaceStack> SelectAsync(string name, Workspace workspace, CancellationToken cancellationToken = default)
    {
        await workspace.SelectStackAsync(name, cancellationToken).ConfigureAwait(false);
        return new WorkspaceStack(name, workspace);
    }

    /// <summary>Selects a stack, or creates it where there is none.</summary>
    public static async Task<WorkspaceStack> CreateOrSelectAsync(string name, Workspace workspace, CancellationToken cancellationToken = default)
    {
        try
        {
            return await SelectAsync(name, workspace, cancellationToken).ConfigureAwait(false);
        }
        catch (StackNotFoundException)
        {
            return await CreateAsync(name, workspace, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Brings the stack to what its program declares.</summary>
    /// <exception cref="ConcurrentUpdateException">Another operation holds the stack.</exception>
    /// <exception cref="CommandException">The update failed. A failing inline program throws its own exception instead.</exception>
    public async Task<UpResult> UpAsync(UpOptions? options = null, CancellationToken cancellationToken = default)
    {
        var outcome = await RunProgramAsync(
            ["up", "--yes", "--skip-preview", .. OptionFlags.Of(options)], options, options?.Program, options?.OnEvent, cancellationToken)
            .ConfigureAwait(false);
        var outputs = await GetOutputsAsync(cancellationToken).ConfigureAwait(false);
        var summary = await LastUpdateAsync(options?.ShowSecrets, cancellationToken).ConfigureAwait(false);
        return new UpResult(outcome.StandardOutput, outcome.StandardError, summary, outputs);
    }

    /// <summary>Says what an update would do.</summary>
    /// <exception cref="CommandException">The preview failed. A failing inline program throws its own exception instead.</exception>
    public async Task<PreviewResult> PreviewAsync(PreviewOptions? options = null, CancellationToken cancellationToken = default)
    {
        SummaryEvent? summary = null;
        void OnEvent(EngineEvent engineEvent)
        {
            summary = engineEvent.SummaryEvent ?? summary;
            options?.OnEvent?.Invoke(engineEvent);
        }

        var outcome = await RunProgramAsync(
            ["preview", .. OptionFlags.Of(options)], options, options?.Program, OnEvent, cancellationToken).ConfigureAwait(false);
        return summary is null
            ? throw new NoSummaryEventException("No summary of changes for 'preview'")
            : new PreviewResult(outcome.StandardOutput, outcome.StandardError, summary.ResourceChanges);
    }

    /// <summary>Brings the state to what the cloud has.</summary>
    /// <exception cref="CommandException">The refresh failed.</exception>
    public async Task<UpdateResult> RefreshAsync(RefreshOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] scope = options switch
        {
            null => [],
            { PreviewOnly: true } => ["--preview-only"],
            _ => ["--skip-preview"],
        };
        var outcome = await RunProgramAsync(
            ["refresh", "--yes", .. scope, .. OptionFlags.Of(options)],
            options,
            options?.RunProgram == true ? Workspace.Program : null,
            options?.OnEvent,
            cancellationToken,
            inline: options?.RunProgram == true).ConfigureAwait(false);
        return await ResultAsync(outcome, options?.ShowSecrets, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes the stack's resources.</summary>
    /// <exception cref="CommandException">The destruction failed.</exception>
    public async Task<UpdateResult> DestroyAsync(DestroyOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] scope = options?.PreviewOnly == true ? ["--preview-only"] : ["--yes", "--skip-preview"];
        var outcome = await RunProgramAsync(
            ["destroy", .. scope, .. OptionFlags.Of(options)],
            options,
            options?.RunProgram == true ? Workspace.Program : null,
            options?.OnEvent,
            cancellationToken,
            inline: options?.RunProgram == true).ConfigureAwait(false);
        return await ResultAsync(outcome, options?.ShowSecrets, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Releases the stack from an operation that holds it.</summary>
    public Task CancelAsync(CancellationToken cancellationToken = default) =>
        Workspace.RunAsync(["cancel", "--yes", "--stack", Name], null, null, cancellationToken);

    /// <summary>Reads the stack's outputs, secrets in clear.</summary>
    public Task<ImmutableDictionary<string, OutputValue>> GetOutputsAsync(CancellationToken cancellationToken = default) =>
        Workspace.GetStackOutputsAsync(Name, cancellationToken);

    /// <summary>Reads the stack's history, newest first.</summary>
    /// <exception cref="ArgumentException">The page size is less than 1.</exception>
    public async Task<ImmutableList<UpdateSummary>> GetHistoryAsync(HistoryOptions? options = null, CancellationToken cancellationToken = default)
    {
        List<string> arguments = ["stack", "history", "--json"];
        if (options?.ShowSecrets ?? true)
        {
            arguments.Add("--show-secrets");
        }

        if (options?.PageSize is { } pageSize)
        {
            if (pageSize < 1)
            {
                throw new ArgumentException($"{nameof(options.PageSize)} must be greater than or equal to 1.", nameof(options));
            }

            var page = Math.Max(options.Page ?? 1, 1);
            arguments.AddRange(["--page-size", pageSize.ToString(CultureInfo.InvariantCulture), "--page", page.ToString(CultureInfo.InvariantCulture)]);
        }

        var outcome = await Workspace.RunAsync([.. arguments, "--stack", Name], null, null, cancellationToken).ConfigureAwait(false);
        return HistoryReader.ReadHistory(outcome.StandardOutput);
    }

    /// <summary>The newest entry of the history; null where there is none.</summary>
    public async Task<UpdateSummary?> GetInfoAsync(CancellationToken cancellationToken = default) =>
        (await GetHistoryAsync(new HistoryOptions { PageSize = 1 }, cancellationToken).ConfigureAwait(false)).FirstOrDefault();

    /// <summary>Exports the state, secrets in clear.</summary>
    public Task<StackDeployment> ExportStackAsync(CancellationToken cancellationToken = default) =>
        Workspace.ExportStackAsync(Name, cancellationToken);

    /// <summary>Puts a state in place of the stack's.</summary>
    public Task ImportStackAsync(StackDeployment state, CancellationToken cancellationToken = default) =>
        Workspace.ImportStackAsync(Name, state, cancellationToken);

    /// <summary>Reads a configuration value.</summary>
    public Task<ConfigValue> GetConfigAsync(string key, CancellationToken cancellationToken = default) =>
        Workspace.GetConfigAsync(Name, key, cancellationToken);

    /// <summary>Reads a configuration value; with <paramref name="path"/> the key is a path into a structured value.</summary>
    public Task<ConfigValue> GetConfigAsync(string key, bool path, CancellationToken cancellationToken = default) =>
        Workspace.GetConfigAsync(Name, key, path, cancellationToken);

    /// <summary>Reads all configuration values, secrets in clear.</summary>
    public Task<ImmutableDictionary<string, ConfigValue>> GetAllConfigAsync(CancellationToken cancellationToken = default) =>
        Workspace.GetAllConfigAsync(Name, cancellationToken);

    /// <summary>Sets a configuration value.</summary>
    public Task SetConfigAsync(string key, ConfigValue value, CancellationToken cancellationToken = default) =>
        Workspace.SetConfigAsync(Name, key, value, cancellationToken);

    /// <summary>Sets a configuration value; with <paramref name="path"/> the key is a path into a structured value.</summary>
    public Task SetConfigAsync(string key, ConfigValue value, bool path, CancellationToken cancellationToken = default) =>
        Workspace.SetConfigAsync(Name, key, value, path, cancellationToken);

    /// <summary>Sets configuration values.</summary>
    public Task SetAllConfigAsync(IDictionary<string, ConfigValue> configMap, CancellationToken cancellationToken = default) =>
        Workspace.SetAllConfigAsync(Name, configMap, cancellationToken);

    /// <summary>Sets configuration values; with <paramref name="path"/> each key is a path into a structured value.</summary>
    public Task SetAllConfigAsync(IDictionary<string, ConfigValue> configMap, bool path, CancellationToken cancellationToken = default) =>
        Workspace.SetAllConfigAsync(Name, configMap, path, cancellationToken);

    /// <summary>Removes a configuration value.</summary>
    public Task RemoveConfigAsync(string key, CancellationToken cancellationToken = default) =>
        Workspace.RemoveConfigAsync(Name, key, cancellationToken);

    /// <summary>Removes a configuration value; with <paramref name="path"/> the key is a path into a structured value.</summary>
    public Task RemoveConfigAsync(string key, bool path, CancellationToken cancellationToken = default) =>
        Workspace.RemoveConfigAsync(Name, key, path, cancellationToken);

    /// <summary>Removes configuration values.</summary>
    public Task RemoveAllConfigAsync(IEnumerable<string> keys, CancellationToken cancellationToken = default) =>
        Workspace.RemoveAllConfigAsync(Name, keys, cancellationToken);

    /// <summary>Removes configuration values; with <paramref name="path"/> each key is a path into a structured value.</summary>
    public Task RemoveAllConfigAsync(IEnumerable<string> keys, bool path, CancellationToken cancellationToken = default) =>
        Workspace.RemoveAllConfigAsync(Name, keys, path, cancellationToken);

    /// <summary>Takes over the configuration of the latest operation, and reads it, secrets in clear.</summary>
    public Task<ImmutableDictionary<string, ConfigValue>> RefreshConfigAsync(CancellationToken cancellationToken = default) =>
        Workspace.RefreshConfigAsync(Name, cancellationToken);

    /// <summary>Disposes of the workspace.</summary>
    public void Dispose() => Workspace.Dispose();

    private async Task<CommandOutcome> RunProgramAsync(
        IReadOnlyList<string> arguments,
        UpdateOptions? options,
        PulumiFn? program,
        Action<EngineEvent>? onEvent,
        CancellationToken cancellationToken,
        bool inline = true)
    {
        var function = inline ? program ?? Workspace.Program : null;
        if (function is null)
        {
            return await Workspace.RunAsync(
                [.. arguments, "--exec-kind", "auto.local", "--stack", Name], options, onEvent, cancellationToken).ConfigureAwait(false);
        }

        var host = await InlineHost.StartAsync(function).ConfigureAwait(false);
        await using (host.ConfigureAwait(false))
        {
            try
            {
                return await Workspace.RunAsync(
                    [.. arguments, $"--client={host.Address}", "--exec-kind", "auto.inline", "--stack", Name],
                    options,
                    onEvent,
                    cancellationToken).ConfigureAwait(false);
            }
            catch (CommandException) when (host.Failure is not null)
            {
                host.Failure.Throw();
                throw;
            }
        }
    }

    private async Task<UpdateResult> ResultAsync(CommandOutcome outcome, bool? showSecrets, CancellationToken cancellationToken) =>
        new(outcome.StandardOutput, outcome.StandardError, await LastUpdateAsync(showSecrets, cancellationToken).ConfigureAwait(false));

    private async Task<UpdateSummary> LastUpdateAsync(bool? showSecrets, CancellationToken cancellationToken) =>
        (await GetHistoryAsync(new HistoryOptions { PageSize = 1, ShowSecrets = showSecrets }, cancellationToken).ConfigureAwait(false)).FirstOrDefault()!;
}
