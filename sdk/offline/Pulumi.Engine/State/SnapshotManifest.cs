namespace Pulumi.Engine.State;

/// <summary>Who wrote a snapshot, and when.</summary>
/// <param name="Time">When it was written.</param>
/// <param name="Version">Version of the command that wrote it.</param>
public sealed record SnapshotManifest(DateTimeOffset Time, string Version);
