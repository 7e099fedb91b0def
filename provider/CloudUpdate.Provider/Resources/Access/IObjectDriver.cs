using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Resources;

/// <summary>Reads and writes the objects of one resource.</summary>
internal interface IObjectDriver
{
    /// <summary>The object as it is; null if it does not exist.</summary>
    /// <param name="target">The object.</param>
    /// <param name="inputs">What is stated of it, where the view depends on that.</param>
    /// <param name="scope">The operation.</param>
    Task<LiveObject?> ReadAsync(ObjectTarget target, PropertyMap inputs, CallScope scope);

    /// <summary>What can be put back later, by leaf.</summary>
    IReadOnlyDictionary<string, PropertyValue> Leaves(LiveObject live);

    /// <summary>The value of a leaf; null for none.</summary>
    PropertyValue? LeafValue(LiveObject live, string leaf);

    /// <summary>Whether no read shows a leaf, though it may have a value.</summary>
    bool IsHidden(LiveObject live, string leaf);

    /// <summary>Whether a leaf can be given back a value that it had; null for none.</summary>
    bool CanPutBack(string leaf, PropertyValue? value);

    /// <summary>What values a leaf can have.</summary>
    PropertyType LeafType(string leaf);

    /// <summary>What must be written for the object to be as desired. Pure.</summary>
    /// <exception cref="ResourceException">The change cannot be made as stated.</exception>
    WritePlan Plan(LiveObject live, DesiredState desired);

    /// <summary>What must be written to put these leaves back. Pure.</summary>
    WritePlan PlanRestore(LiveObject live, IReadOnlyDictionary<string, PropertyValue> leaves);

    /// <summary>Writes. Returns the object where the answer shows it in its final form, otherwise null.</summary>
    Task<LiveObject?> WriteAsync(ObjectTarget target, LiveObject live, WritePlan plan, CallScope scope);

    /// <summary>Whether a read shows what was written.</summary>
    bool Shows(LiveObject live, WritePlan plan);
}
