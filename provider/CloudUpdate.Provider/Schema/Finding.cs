using CloudUpdate.Protocol.Values;

namespace CloudUpdate.Provider.Schema;

/// <summary>What a check found about an input.</summary>
/// <param name="Path">The input.</param>
/// <param name="Reason">What is wrong, and what is allowed; never a secret.</param>
/// <param name="IsWarning">Whether it passes all the same.</param>
internal sealed record Finding(PropertyPath Path, string Reason, bool IsWarning = false)
{
    /// <summary>A failure of a top-level input.</summary>
    public static Finding Failure(string property, string reason) => new(PropertyPath.OfKeys(property), reason);

    /// <summary>A warning about a top-level input.</summary>
    public static Finding Warning(string property, string reason) => new(PropertyPath.OfKeys(property), reason, IsWarning: true);
}
