using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Resources;

/// <summary>One property that a write changes.</summary>
/// <param name="Path">The property.</param>
/// <param name="Type">What it is.</param>
/// <param name="From">What the cloud has; null for nothing.</param>
/// <param name="To">What it is to have.</param>
internal sealed record LeafChange(PropertyPath Path, PropertyType Type, PropertyValue? From, PropertyValue To)
{
    /// <summary>Whether no read will show it.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The property as text.</summary>
    public string Leaf => Path.ToString();
}
