using CloudUpdate.Protocol.Values;

namespace CloudUpdate.Provider.Resources;

/// <summary>How to find, among all objects, the one that a create call with these inputs makes, or would clash with.</summary>
/// <param name="Query">Query of the list call, from the inputs.</param>
/// <param name="Matches">Whether a listed object has what the inputs ask for: inputs first, object second.</param>
internal sealed record TwinRule(
    Func<PropertyMap, IReadOnlyList<KeyValuePair<string, string>>> Query,
    Func<PropertyMap, PropertyMap, bool> Matches)
{
    /// <summary>Whether the cloud refuses a second one.</summary>
    public bool RefusesSecond { get; init; }
}
