namespace Pulumi.Engine.State;

/// <summary>What an announced operation does; written in lower case.</summary>
public enum PendingOperationKind
{
    /// <summary>A create.</summary>
    Creating,

    /// <summary>An update.</summary>
    Updating,

    /// <summary>A delete.</summary>
    Deleting,

    /// <summary>A read.</summary>
    Reading,

    /// <summary>An import.</summary>
    Importing,
}
