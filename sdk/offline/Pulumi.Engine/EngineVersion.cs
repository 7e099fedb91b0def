namespace Pulumi.Engine;

/// <summary>The release of the Pulumi command line whose behaviour this engine keeps.</summary>
public static class EngineVersion
{
    /// <summary>Reported to programs, written into the manifest of snapshots and printed by <c>pulumi version</c>. The last release for which
    /// the Automation API reads events from a file rather than from a stream of its own.</summary>
    public const string Text = "v3.205.0";
}
