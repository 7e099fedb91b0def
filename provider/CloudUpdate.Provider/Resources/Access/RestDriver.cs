using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Schema;
using CloudUpdate.Provider.Values;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Resources;

/// <summary>Reads and writes objects by the table alone.</summary>
/// <param name="definition">The table.</param>
internal sealed class RestDriver(ResourceDefinition definition) : IObjectDriver
{
    private readonly RestCalls _calls = new(definition);

    /// <inheritdoc/>
    public async Task<LiveObject?> ReadAsync(ObjectTarget target, PropertyMap inputs, CallScope scope)
    {
        try
        {
            var answer = await _calls.SendAsync(definition.Read, target, scope);
            var live = _calls.Live(definition.Read, target, answer);
            return live.State is { } state && definition.States?.Gone.Contains(state) == true ? null : live;
        }
        catch (CloudException error) when (definition.IsGone(error))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, PropertyValue> Leaves(LiveObject live) =>
        Leaf.In(definition.Managed, live.Outputs).ToDictionary(leaf => leaf.Path.ToString(), leaf => leaf.Value);

    /// <inheritdoc/>
    public PropertyValue? LeafValue(LiveObject live, string leaf) => PropertyPath.Parse(leaf).Get(live.Outputs);

    /// <inheritdoc/>
    public bool IsHidden(LiveObject live, string leaf)
    {
        var path = PropertyPath.Parse(leaf);
        return live.Hides(path) || Definition(definition.Managed, path.Segments.AsSpan()) is { WriteOnly: true };
    }

    // An object with a secret would have to be sent with one that only the cloud ever had.
    /// <inheritdoc/>
    public bool CanPutBack(string leaf, PropertyValue? value) =>
        value is { IsNull: false } && ValueCheck.Of(LeafType(leaf), value, PropertyPath.Root, hide: true).All(finding => finding.IsWarning)
        && !definition.Managed.Any(property => property.Name == PropertyPath.Parse(leaf).TopLevelKey && WriteOnlySecrets.Has(property));

    // A leaf that the table no longer has (a state of an older version) is compared as it stands.
    /// <inheritdoc/>
    public PropertyType LeafType(string leaf) => Definition(definition.Managed, PropertyPath.Parse(leaf).Segments.AsSpan())?.Type ?? Property.Text;

    /// <inheritdoc/>
    public WritePlan Plan(LiveObject live, DesiredState desired) => UpdatePlanner.Plan(definition, live, desired);

    /// <inheritdoc/>
    public WritePlan PlanRestore(LiveObject live, IReadOnlyDictionary<string, PropertyValue> leaves)
    {
        var inputs = PropertyMap.Empty;
        foreach (var (path, value) in leaves)
        {
            inputs = PropertyPath.Parse(path).Set(inputs, value) ?? inputs;
        }

        return Plan(live, new DesiredState(inputs, PropertyMap.Empty, ResendSecrets: false));
    }

    /// <inheritdoc/>
    public async Task<LiveObject?> WriteAsync(ObjectTarget target, LiveObject live, WritePlan plan, CallScope scope)
    {
        var answer = await _calls.SendAsync(definition.Update, target, scope, UpdateComposer.Compose(definition, plan, live), repeatable: true);
        return definition.Update.AnswerIsFinal && answer.Body is JObject ? _calls.Live(definition.Update, target, answer) : null;
    }

    /// <inheritdoc/>
    public bool Shows(LiveObject live, WritePlan plan) =>
        plan.Changes.All(change => change.IsHidden || Same.Value(change.Type, change.Path.Get(live.Outputs), change.To));

    private static PropertyDefinition? Definition(IEnumerable<PropertyDefinition> definitions, ReadOnlySpan<PathSegment> path)
    {
        var name = path is [KeySegment key, ..] ? key.Key : null;
        var found = definitions.FirstOrDefault(definition => definition.Name == name);
        return path.Length > 1 && found?.Type is ObjectType type ? Definition(type.Properties, path[1..]) : found;
    }
}
