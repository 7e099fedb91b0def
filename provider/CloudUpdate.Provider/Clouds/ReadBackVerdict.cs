namespace CloudUpdate.Provider.Clouds;

/// <summary>Whether a write whose answer was lost took effect.</summary>
internal enum ReadBackVerdict
{
    /// <summary>It did.</summary>
    Taken,

    /// <summary>It did not, as far as reads show.</summary>
    NotTaken,

    /// <summary>Reads cannot tell.</summary>
    Unclear,
}
