using System.Collections.Immutable;
using Pulumi.Engine.Backend;
using Pulumi.Engine.Config;
using Pulumi.Engine.Programs;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Deployment;

/// <summary>What one operation works on, and how.</summary>
public sealed record UpdateOptions
{
    /// <summary>The project; <see cref="ProjectFile.Synthetic"/> where an operation runs outside one.</summary>
    public required ProjectFile Project { get; init; }

    /// <summary>The stack.</summary>
    public required StackReference Stack { get; init; }

    /// <summary>Where the stack lives.</summary>
    public required FileBackend Backend { get; init; }

    /// <summary>The configuration, decrypted, with the project's defaults.</summary>
    public StackConfiguration Configuration { get; init; } = StackConfiguration.Empty;

    /// <summary>Encrypts the next snapshot; null to keep using the manager of the state (as destroy outside a project does).</summary>
    public SecretsManager? Secrets { get; init; }

    /// <summary>The passphrase of secrets managers that the state, or a referenced stack's state, names.</summary>
    public required PassphraseSource Passphrase { get; init; }

    /// <summary>The program of updates; null for operations that run none.</summary>
    public IProgram? Program { get; init; }

    /// <summary>How many steps may run at once; at least 1.</summary>
    public int Parallel { get; init; } = 4 * Environment.ProcessorCount;

    /// <summary>Whether the state is refreshed first.</summary>
    public bool Refresh { get; init; }

    /// <summary>URNs, with <c>*</c> and <c>**</c> as wildcards, to which the operation is limited; empty for no limit.</summary>
    public ImmutableArray<string> Targets { get; init; } = [];

    /// <summary>Whether what depends on the targets is targeted too.</summary>
    public bool TargetDependents { get; init; }

    /// <summary>URNs to replace whatever their diff says; limits the operation as <see cref="Targets"/> does for deletions.</summary>
    public ImmutableArray<string> Replace { get; init; } = [];

    /// <summary>What an import brings in.</summary>
    public ImmutableArray<ImportRequest> Imports { get; init; } = [];

    /// <summary>Whether pending creates of an interrupted operation are dropped by a refresh.</summary>
    public bool ClearPendingCreates { get; init; }

    /// <summary>Recorded in the history.</summary>
    public string Message { get; init; } = string.Empty;

    /// <summary>Recorded in the history.</summary>
    public ImmutableSortedDictionary<string, string> HistoryEnvironment { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
