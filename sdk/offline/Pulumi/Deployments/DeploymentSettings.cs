using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What a program is told about its deployment.</summary>
internal sealed record DeploymentSettings(string Project, string Stack)
{
    public string Organization { get; init; } = "organization";

    public string? RootDirectory { get; init; }

    public bool IsDryRun { get; init; }

    /// <summary>Whether the program runs inside a process with an exit code of its own: one that drives deployments, or tests.</summary>
    public bool IsInline { get; init; }

    /// <summary>Configuration by full key, <c>namespace:name</c>.</summary>
    public ImmutableDictionary<string, string> Config { get; init; } = ImmutableDictionary<string, string>.Empty;
}
