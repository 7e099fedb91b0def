using CloudUpdate.Protocol.Values;

namespace CloudUpdate.Provider.Values;

/// <summary>How a place differs between two values.</summary>
internal enum Change
{
    /// <summary>Only the new value has it.</summary>
    Add,

    /// <summary>Only the old value has it.</summary>
    Delete,

    /// <summary>Both have it, with different values.</summary>
    Update,
}

/// <summary>One place where two values differ.</summary>
/// <param name="Path">The place, by the indices of the new list, or of the old one for what is gone.</param>
/// <param name="Change">How it differs.</param>
internal sealed record ValueDifference(PropertyPath Path, Change Change);
