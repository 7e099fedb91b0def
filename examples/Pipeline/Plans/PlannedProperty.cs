namespace CloudUpdate.Pipeline.Plans;

/// <summary>What happens to one property.</summary>
/// <param name="Path">Property path, as <c>trafficDialPercentage</c> or <c>tags["a b"]</c>.</param>
/// <param name="Old">Value before; null where there is none or it is not known, <see cref="Secret"/> for a secret.</param>
/// <param name="New">Value after; null where there is none, <see cref="Unknown"/> where it is not known yet, <see cref="Secret"/> for a secret.</param>
/// <param name="ForcesReplacement">Whether the change makes the engine replace the resource.</param>
public sealed record PlannedProperty(string Path, object? Old, object? New, bool ForcesReplacement)
{
    /// <summary>Stands for a secret, also within a value.</summary>
    public const string Secret = "[secret]";

    /// <summary>Stands for what only the update will show, also within a value.</summary>
    public const string Unknown = "[unknown]";
}
