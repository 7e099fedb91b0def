using System.Collections.Immutable;

namespace Pulumi.Engine.State;

/// <summary>The state of a stack: what its last operation left behind.</summary>
public sealed record Snapshot
{
    /// <summary>The state of a stack without resources.</summary>
    public static Snapshot Empty { get; } = new();

    /// <summary>Who wrote it; null for a stack that no operation has touched.</summary>
    public SnapshotManifest? Manifest { get; init; }

    /// <summary>The resources; each stands after everything it refers to.</summary>
    public ImmutableArray<ResourceState> Resources { get; init; } = [];

    /// <summary>Operations that were announced and never answered.</summary>
    public ImmutableArray<PendingOperation> PendingOperations { get; init; } = [];

    /// <summary>The root stack resource, whose outputs are the stack's outputs; null where there is none.</summary>
    public ResourceState? RootStack => Resources.FirstOrDefault(resource => resource.Type == Urn.RootStackType && !resource.Delete);
}
