namespace CloudUpdate.Provider.Resources;

/// <summary>What becomes of the object when its resource is deleted.</summary>
internal enum OnDelete
{
    /// <summary>It stays as it is.</summary>
    Retain,

    /// <summary>What was written to it is put back.</summary>
    Restore,

    /// <summary>It is deleted.</summary>
    Delete,
}
