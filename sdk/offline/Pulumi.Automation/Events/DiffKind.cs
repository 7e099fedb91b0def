namespace Pulumi.Automation.Events;

/// <summary>How one property differs.</summary>
public enum DiffKind
{
    /// <summary>Added.</summary>
    Add = 0,

    /// <summary>Added, which forces a replacement.</summary>
    AddReplace = 1,

    /// <summary>Removed.</summary>
    Delete = 2,

    /// <summary>Removed, which forces a replacement.</summary>
    DeleteReplace = 3,

    /// <summary>Another value.</summary>
    Update = 4,

    /// <summary>Another value, which forces a replacement.</summary>
    UpdateReplace = 5,
}
