using System.Collections.Immutable;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Events;

/// <summary>What an event says of its step.</summary>
public sealed record StepMetadata
{
    /// <summary>What the step does. In the result event of a refresh: what the refresh found (same, update or delete).</summary>
    public required StepOperation Operation { get; init; }

    /// <summary>The resource's URN.</summary>
    public required string Urn { get; init; }

    /// <summary>The resource's type token.</summary>
    public required string Type { get; init; }

    /// <summary>The state before; null for creates. Secrets are wrapped: rendering through <c>ToString</c> or the JSON form masks them.</summary>
    public ResourceState? Old { get; init; }

    /// <summary>The state after; null for deletes.</summary>
    public ResourceState? New { get; init; }

    /// <summary>What forces a replacement: property names, or <c>provider</c>, <c>id</c>, <c>deletedWith</c>.</summary>
    public ImmutableArray<string> ReplaceKeys { get; init; } = [];

    /// <summary>Names of the changed top-level properties.</summary>
    public ImmutableArray<string> ChangedKeys { get; init; } = [];

    /// <summary>Changes by property path; null where the provider gave none.</summary>
    public ImmutableSortedDictionary<string, PropertyChange>? DetailedDiff { get; init; }

    /// <summary>Reference of the provider; empty for components and providers.</summary>
    public string Provider { get; init; } = string.Empty;

    /// <summary>Whether displays leave the step out: default providers.</summary>
    public bool Internal { get; init; }

    /// <summary>Whether the step belongs to the refresh phase in front of an update, whose changes do not count.</summary>
    public bool InRefreshPhase { get; init; }
}
