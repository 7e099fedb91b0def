using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Schema;
using CloudUpdate.Provider.Values;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Finds the object that a state or an id names.</summary>
internal static class StateReader
{
    /// <summary>The object: its parts from the state, otherwise from the id; its place from the state, the id, the inputs, or what is in force.</summary>
    /// <exception cref="ResourceException">The id is malformed.</exception>
    public static async Task<ObjectTarget> TargetAsync(OperationContext context, string id, PropertyMap? outputs, PropertyMap? inputs)
    {
        var parsed = context.Ids.Parse(id);
        var segments = context.Definition.Identity.Segments;
        var parts = segments.All(segment => IsUsable(segment, outputs?.Get(segment.Name)))
            ? PropertyMap.Of(segments.Select(segment => KeyValuePair.Create(segment.Name, Marks.Plain(outputs![segment.Name]))))
            : parsed.Parts;
        var region = Text(outputs, Settings.Region) ?? parsed.Region ?? Text(inputs, Settings.Region);
        var project = Text(outputs, Settings.ProjectId) ?? parsed.ProjectId ?? Text(inputs, Settings.ProjectId);
        var location = context.Definition.IsRegional && region is not null && project is not null
            ? new EffectiveLocation(region, project)
            : await context.LocateAsync(region, project);
        return new ObjectTarget(id, location, parts);
    }

    private static bool IsUsable(PropertyDefinition segment, PropertyValue? value) =>
        value is { IsNull: false, ContainsUnknowns: false }
        && ValueCheck.Of(segment, value, PropertyPath.OfKeys(segment.Name)).All(finding => finding.IsWarning);

    private static string? Text(PropertyMap? bag, string key) => bag is null ? null : Bags.Text(bag, key);
}
