using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>The keys by which objects are told apart within a run: kind, place, id; one for each item of a list in the id.</summary>
internal static class Identities
{
    /// <summary>The keys of an object; none where its id or place is not known.</summary>
    public static IReadOnlyList<string> Of(ResourceDefinition definition, EffectiveLocation location, PropertyMap parts)
    {
        IEnumerable<string> keys = [$"{definition.Token}|{location.Region}|{location.ProjectId}"];
        foreach (var segment in definition.Identity.Segments)
        {
            var values = Values(parts.Get(segment.Name), segment).ToList();
            keys = keys.SelectMany(key => values.Select(value => $"{key}|{value}"));
        }

        return [.. keys];
    }

    private static IEnumerable<string> Values(PropertyValue? value, PropertyDefinition segment) => (segment.Type, value?.Unwrapped) switch
    {
        (ListType, ListValue list) => list.Items.Select(item => item.Unwrapped).OfType<StringValue>().Select(text => text.Value),
        (_, StringValue text) => [text.Value],
        _ => [],
    };
}
