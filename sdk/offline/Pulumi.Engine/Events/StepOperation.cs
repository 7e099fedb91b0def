namespace Pulumi.Engine.Events;

/// <summary>What a step does. <see cref="StepOperations"/> has the wire names.</summary>
public enum StepOperation
{
    /// <summary>Nothing changes.</summary>
    Same,

    /// <summary>A new object.</summary>
    Create,

    /// <summary>An object changes in place.</summary>
    Update,

    /// <summary>An object is removed.</summary>
    Delete,

    /// <summary>The logical step of a replacement.</summary>
    Replace,

    /// <summary>The new object of a replacement.</summary>
    CreateReplacement,

    /// <summary>The old object of a replacement.</summary>
    DeleteReplaced,

    /// <summary>An object that is not managed here is read.</summary>
    Read,

    /// <summary>A managed object gives way to one that is read.</summary>
    ReadReplacement,

    /// <summary>An object is read to bring the state up to date.</summary>
    Refresh,

    /// <summary>An object that was read is forgotten.</summary>
    Discard,

    /// <summary>The read object of a replacement is forgotten.</summary>
    DiscardReplaced,

    /// <summary>What an interrupted replacement left in the state is forgotten.</summary>
    RemovePendingReplace,

    /// <summary>An existing object is brought in.</summary>
    Import,

    /// <summary>An existing object is brought in, in another one's place.</summary>
    ImportReplacement,
}
