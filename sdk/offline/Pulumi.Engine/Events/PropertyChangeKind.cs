namespace Pulumi.Engine.Events;

/// <summary>What happens to one property.</summary>
public enum PropertyChangeKind
{
    /// <summary>It appears.</summary>
    Add,

    /// <summary>It appears, which replaces the resource.</summary>
    AddReplace,

    /// <summary>It goes.</summary>
    Delete,

    /// <summary>It goes, which replaces the resource.</summary>
    DeleteReplace,

    /// <summary>It changes.</summary>
    Update,

    /// <summary>It changes, which replaces the resource.</summary>
    UpdateReplace,
}
