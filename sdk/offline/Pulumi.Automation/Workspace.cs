using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace Pulumi.Automation;

/// <summary>A project and its stacks, as one place to run the command in.</summary>
public abstract class Workspace : IDisposable
{
    internal Workspace()
    {
    }

    /// <summary>Folder of the project.</summary>
    public abstract string WorkDir { get; }

    /// <summary>Where the command keeps plugins and credentials; null for its own default.</summary>
    public abstract string? PulumiHome { get; }

    /// <summary>Version of the command.</summary>
    public abstract string PulumiVersion { get; }

    /// <summary>What encrypts secrets of new stacks; null for the backend's default.</summary>
    public abstract string? SecretsProvider { get; }

    /// <summary>The inline program; null where the project has one of its own.</summary>
    public abstract PulumiFn? Program { get; set; }

    /// <summary>For the published package, which logs how a program runs; this subset has nothing to log.</summary>
    public abstract ILogger? Logger { get; set; }

    /// <summary>Environment of the command; null removes a variable.</summary>
    public abstract IDictionary<string, string?>? EnvironmentVariables { get; set; }

    /// <summary>Reads the project file; null where there is none.</summary>
    public abstract Task<ProjectSettings?> GetProjectSettingsAsync(CancellationToken cancellationToken = default);

    /// <summary>Writes the project file.</summary>
    public abstract Task SaveProjectSettingsAsync(ProjectSettings settings, CancellationToken cancellationToken = default);

    /// <summary>Reads a stack's configuration file; null where there is none.</summary>
    public abstract Task<StackSettings?> GetStackSettingsAsync(string stackName, CancellationToken cancellationToken = default);

    /// <summary>Writes a stack's configuration file.</summary>
    public abstract Task SaveStackSettingsAsync(string stackName, StackSettings settings, CancellationToken cancellationToken = default);

    /// <summary>Reads a configuration value.</summary>
    public abstract Task<ConfigValue> GetConfigAsync(string stackName, string key, CancellationToken cancellationToken = default);

    /// <summary>Reads a configuration value; with <paramref name="path"/> the key is a path into a structured value.</summary>
    public virtual Task<ConfigValue> GetConfigAsync(string stackName, string key, bool path, CancellationToken cancellationToken = default) =>
        GetConfigAsync(stackName, key, cancellationToken);

    /// <summary>Reads all configuration values, secrets in clear.</summary>
    public abstract Task<ImmutableDictionary<string, ConfigValue>> GetAllConfigAsync(string stackName, CancellationToken cancellationToken = default);

    /// <summary>Sets a configuration value.</summary>
    public abstract Task SetConfigAsync(string stackName, string key, ConfigValue value, CancellationToken cancellationToken = default);

    /// <summary>Sets a configuration value; with <paramref name="path"/> the key is a path into a structured value.</summary>
    public virtual Task SetConfigAsync(string stackName, string key, ConfigValue value, bool path, CancellationToken cancellationToken = default) =>
        SetConfigAsync(stackName, key, value, cancellationToken);

    /// <summary>Sets configuration values.</summary>
    public abstract Task SetAllConfigAsync(string stackName, IDictionary<string, ConfigValue> configMap, CancellationToken cancellationToken = default);

    /// <summary>Sets configuration values; with <paramref name="path"/> each key is a path into a structured value.</summary>
    public virtual Task SetAllConfigAsync(string stackName, IDictionary<string, ConfigValue> configMap, bool path, CancellationToken cancellationToken = default) =>
        SetAllConfigAsync(stackName, configMap, cancellationToken);

    /// <summary>Removes a configuration value.</summary>
    public abstract Task RemoveConfigAsync(string stackName, string key, CancellationToken cancellationToken = default);

    /// <summary>Removes a configuration value; with <paramref name="path"/> the key is a path into a structured value.</summary>
    public virtual Task RemoveConfigAsync(string stackName, string key, bool path, CancellationToken cancellationToken = default) =>
        RemoveConfigAsync(stackName, key, cancellationToken);

    /// <summary>Removes configuration values.</summary>
    public abstract Task RemoveAllConfigAsync(string stackName, IEnumerable<string> keys, CancellationToken cancellationToken = default);

    /// <summary>Removes configuration values; with <paramref name="path"/> each key is a path into a structured value.</summary>
    public virtual Task RemoveAllConfigAsync(string stackName, IEnumerable<string> keys, bool path, CancellationToken cancellationToken = default) =>
        RemoveAllConfigAsync(stackName, keys, cancellationToken);

    /// <summary>Takes over the configuration of the stack's latest operation, and reads it, secrets in clear.</summary>
    public abstract Task<ImmutableDictionary<string, ConfigValue>> RefreshConfigAsync(string stackName, CancellationToken cancellationToken = default);

    /// <summary>Says who the backend takes the caller for.</summary>
    public abstract Task<WhoAmIResult> WhoAmIAsync(CancellationToken cancellationToken = default);

    /// <summary>Creates a stack and selects it.</summary>
    public Task CreateStackAsync(string stackName) => CreateStackAsync(stackName, CancellationToken.None);

    /// <summary>Creates a stack and selects it.</summary>
    public abstract Task CreateStackAsync(string stackName, CancellationToken cancellationToken);

    /// <summary>Selects a stack.</summary>
    public Task SelectStackAsync(string stackName) => SelectStackAsync(stackName, CancellationToken.None);

    /// <summary>Selects a stack.</summary>
    public abstract Task SelectStackAsync(string stackName, CancellationToken cancellationToken);

    /// <summary>Removes a stack without resources.</summary>
    public abstract Task RemoveStackAsync(string stackName, CancellationToken cancellationToken = default);

    /// <summary>Lists the project's stacks.</summary>
    public abstract Task<ImmutableList<StackSummary>> ListStacksAsync(CancellationToken cancellationToken = default);

    /// <summary>The selected stack; null where none is.</summary>
    public virtual async Task<StackSummary?> GetStackAsync(CancellationToken cancellationToken = default) =>
        (await ListStacksAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(stack => stack.IsCurrent);

    /// <summary>Exports a stack's state, secrets in clear.</summary>
    public abstract Task<StackDeployment> ExportStackAsync(string stackName, CancellationToken cancellationToken = default);

    /// <summary>Puts a state in place of a stack's.</summary>
    public abstract Task ImportStackAsync(string stackName, StackDeployment state, CancellationToken cancellationToken = default);

    /// <summary>Reads a stack's outputs, secrets in clear.</summary>
    public abstract Task<ImmutableDictionary<string, OutputValue>> GetStackOutputsAsync(string stackName, CancellationToken cancellationToken = default);

    internal abstract Task<Commands.CommandOutcome> RunAsync(
        IReadOnlyList<string> arguments, UpdateOptions? options, Action<Events.EngineEvent>? onEvent, CancellationToken cancellationToken);

    /// <summary>Deletes what the workspace made for itself.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Deletes what the workspace made for itself.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
