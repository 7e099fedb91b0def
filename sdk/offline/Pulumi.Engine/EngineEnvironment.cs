using System.Collections;
using System.Collections.Immutable;

namespace Pulumi.Engine;

/// <summary>What the engine knows of the process it runs in. Nothing in this library reads process-wide state elsewhere, so several
/// operations may run beside each other in one process.</summary>
public sealed record EngineEnvironment
{
    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The source of randomness.</summary>
    public Entropy Entropy { get; init; } = Entropy.System;

    /// <summary>Environment variables: read for settings, inherited by programs and providers.</summary>
    public ImmutableDictionary<string, string> Variables { get; init; } = [];

    /// <summary>The folder that relative paths start from.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Recorded in locks: process id, user and host.</summary>
    public LockOwner Owner { get; init; } = new(0, "unknown", "localhost");

    /// <summary>The environment of the current process.</summary>
    public static EngineEnvironment OfProcess() => new()
    {
        WorkingDirectory = Directory.GetCurrentDirectory(),
        Owner = new LockOwner(Environment.ProcessId, Environment.UserName, Environment.MachineName),
        Variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToImmutableDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? string.Empty),
    };

    /// <summary>The variable's value, or null where it is not set. Empty is a value.</summary>
    public string? Variable(string name) => Variables.GetValueOrDefault(name);

    /// <summary>Whether the variable is set to a true value (<c>true</c> or <c>1</c>).</summary>
    public bool IsOn(string name) => Variable(name) is "true" or "True" or "TRUE" or "1";

    /// <summary>The Pulumi home folder: <c>PULUMI_HOME</c>, by default <c>.pulumi</c> in the user's home folder.</summary>
    public string PulumiHome => Variable("PULUMI_HOME") is { Length: > 0 } home ? Resolve(home) : Path.Combine(UserHome, ".pulumi");

    /// <summary>The user's home folder.</summary>
    public string UserHome => Variable("HOME") ?? Variable("USERPROFILE") ?? WorkingDirectory;

    /// <summary>The path made absolute against <see cref="WorkingDirectory"/>.</summary>
    public string Resolve(string path) => Path.GetFullPath(path, WorkingDirectory);
}
