namespace CloudUpdate.Provider.Resources;

/// <summary>How an object came under management, decided once and for all in its first check.</summary>
internal enum Ownership
{
    /// <summary>It existed before.</summary>
    Adopted,

    /// <summary>The provider created it.</summary>
    Created,
}
