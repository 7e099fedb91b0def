namespace Pulumi.Automation;

/// <summary>What the engine does to a resource.</summary>
public enum OperationType
{
    /// <summary>A word that this version does not know.</summary>
    Unknown = -1,

    /// <summary>Nothing.</summary>
    Same = 0,

    /// <summary>Creates it.</summary>
    Create = 1,

    /// <summary>Updates it in place.</summary>
    Update = 2,

    /// <summary>Deletes it.</summary>
    Delete = 3,

    /// <summary>Replaces it: the step that people see.</summary>
    Replace = 4,

    /// <summary>Creates the new object of a replacement.</summary>
    CreateReplacement = 5,

    /// <summary>Deletes the old object of a replacement.</summary>
    DeleteReplaced = 6,

    /// <summary>Reads an object that the stack does not own.</summary>
    Read = 7,

    /// <summary>Reads an object in place of one that the stack owned.</summary>
    ReadReplacement = 8,

    /// <summary>Reads an object of the stack anew.</summary>
    Refresh = 9,

    /// <summary>Forgets an object that was only read.</summary>
    ReadDiscard = 10,

    /// <summary>Forgets an object that was only read and has been replaced.</summary>
    DiscardReplaced = 11,

    /// <summary>Ends a replacement that deleted first.</summary>
    RemovePendingReplace = 12,

    /// <summary>Takes an existing object into the stack.</summary>
    Import = 13,

    /// <summary>Takes an existing object into the stack in place of another.</summary>
    ImportReplacement = 14,
}
