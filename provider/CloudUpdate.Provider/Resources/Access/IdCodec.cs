using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Schema;
using CloudUpdate.Provider.Values;

namespace CloudUpdate.Provider.Resources;

/// <summary>An id taken apart.</summary>
/// <param name="Region">The region in front of it; null for none.</param>
/// <param name="ProjectId">The project in front of it; null for none.</param>
/// <param name="Parts">The values of its segments under their names in programs.</param>
internal sealed record ParsedId(string? Region, string? ProjectId, PropertyMap Parts);

/// <summary>Writes and reads the ids of a resource: <c>a/b/c</c>, a list joined by commas, region and project in front where it has them.</summary>
/// <param name="definition">The resource.</param>
internal sealed class IdCodec(ResourceDefinition definition)
{
    private readonly ImmutableArray<PropertyDefinition> _segments = definition.Identity.Segments;

    /// <summary>What an id looks like, for people.</summary>
    public string Form
    {
        get
        {
            var plain = string.Join("/", _segments.Select(segment => segment.Type is ListType ? $"{segment.Name}[0],{segment.Name}[1],…" : segment.Name));
            return definition.IsRegional ? $"{plain} or region:projectId/{plain}" : plain;
        }
    }

    /// <summary>The id of the object with these parts.</summary>
    public string Format(PropertyMap parts) => string.Join("/", _segments.Select(segment => Segment(parts.Get(segment.Name))));

    /// <summary>Reads an id.</summary>
    /// <exception cref="ResourceException">The text is no id of this resource; the message shows the expected form.</exception>
    public ParsedId Parse(string id)
    {
        var (region, project, rest) = Prefix(id);
        var texts = rest.Split('/');
        if (texts.Length != _segments.Length)
        {
            throw Malformed(id, $"it has {texts.Length} parts separated by \"/\"");
        }

        var parts = PropertyMap.Of(_segments.Zip(texts, (segment, text) => KeyValuePair.Create(segment.Name, Value(segment, text))));
        var problem = _segments.SelectMany(segment => ValueCheck.Of(segment, parts[segment.Name], PropertyPath.OfKeys(segment.Name)))
            .FirstOrDefault(finding => !finding.IsWarning);
        return problem is null ? new ParsedId(region, project, parts) : throw Malformed(id, problem.Reason);
    }

    private static string Segment(PropertyValue? value) => value?.Unwrapped switch
    {
        StringValue text => text.Value,
        ListValue list => string.Join(",", list.Items.Select(Segment)),
        _ => string.Empty,
    };

    private static PropertyValue Value(PropertyDefinition segment, string text) =>
        segment.Type is ListType ? PropertyValue.Of(text.Split(',', StringSplitOptions.TrimEntries)) : PropertyValue.Of(text);

    private (string? Region, string? ProjectId, string Plain) Prefix(string id)
    {
        var match = definition.IsRegional ? Regex.Match(id, @"\A([^/:]+):([^/:]+)/(.*)\z", RegexOptions.Singleline) : Match.Empty;
        return match.Success ? (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value) : (null, null, id);
    }

    private ResourceException Malformed(string id, string why) =>
        new(ResourceProblem.InvalidInput, $"\"{id}\" is not the id of {definition.One}: {why}. Expected form: {Form}.");
}
