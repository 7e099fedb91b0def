namespace Pulumi.Cli.Display.Model;

/// <summary>How far the work on a resource is.</summary>
internal enum RowState
{
    /// <summary>No step yet.</summary>
    Waiting,

    /// <summary>A step runs.</summary>
    Running,

    /// <summary>Its steps so far have succeeded.</summary>
    Done,

    /// <summary>A step failed.</summary>
    Failed,
}
