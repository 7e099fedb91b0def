using CloudUpdate.Protocol.Values;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Resources;

/// <summary>What an API's own recipe for the body of an update starts from.</summary>
/// <param name="Plan">What the write changes.</param>
/// <param name="Live">The object as it is.</param>
/// <param name="Json">The body by the general recipe, unwrapped.</param>
internal sealed record UpdateBody(WritePlan Plan, LiveObject Live, JObject Json)
{
    /// <summary>A managed property as it will be; null for none.</summary>
    public PropertyValue? Merged(string property) => Plan.Merged.Get(property)?.Unwrapped;
}
