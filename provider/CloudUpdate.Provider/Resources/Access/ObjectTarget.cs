using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Clouds;

namespace CloudUpdate.Provider.Resources;

/// <summary>Which object, and where.</summary>
/// <param name="Id">Its id as the user or the state wrote it; empty where it is not known yet.</param>
/// <param name="Location">Its region and project.</param>
/// <param name="Parts">The values of the id's segments under their names in programs.</param>
internal sealed record ObjectTarget(string Id, EffectiveLocation Location, PropertyMap Parts)
{
    /// <summary>A text part.</summary>
    public string Part(string name) => Parts.Get(name)?.Unwrapped is StringValue text ? text.Value : string.Empty;
}
