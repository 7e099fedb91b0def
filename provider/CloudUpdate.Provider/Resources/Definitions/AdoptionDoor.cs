namespace CloudUpdate.Provider.Resources;

/// <summary>How a program says that an object exists already.</summary>
internal enum AdoptionDoor
{
    /// <summary>By giving the id that the cloud assigned.</summary>
    ById,

    /// <summary>By <c>adopt: true</c>, for objects that the user names.</summary>
    ByFlag,

    /// <summary>Not at all: the object cannot be created.</summary>
    Always,
}
