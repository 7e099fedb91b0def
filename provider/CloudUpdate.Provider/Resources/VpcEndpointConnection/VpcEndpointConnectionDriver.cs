using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Schema;
using CloudUpdate.Provider.Values;

namespace CloudUpdate.Provider.Resources;

/// <summary>
/// Makes a declared state of an API that has only an action: the object is the set of listed endpoints, each a leaf with its status as value;
/// only the endpoints whose status is another than the action asks for are sent.
/// </summary>
/// <param name="definition">The resource.</param>
internal sealed class VpcEndpointConnectionDriver(ResourceDefinition definition) : IObjectDriver
{
    /// <summary>State while no listed endpoint failed.</summary>
    public const string Decided = "decided";

    /// <summary>State where a listed endpoint failed.</summary>
    public const string Failed = "failed";

    private const string Endpoints = "endpointIdList";
    private const string Action = "action";
    private const string Receive = "receive";
    private const string Accepted = "accepted";
    private const string Rejected = "rejected";

    private readonly ConnectionLister _lister = new(definition);
    private readonly ConnectionWriter _writer = new(definition);

    /// <inheritdoc/>
    public async Task<LiveObject?> ReadAsync(ObjectTarget target, PropertyMap inputs, CallScope scope)
    {
        if (await _lister.ListAsync(target, scope) is not var (connections, _))
        {
            return null;
        }

        var statuses = connections.ToImmutableSortedDictionary(
            connection => (string?)connection["id"] ?? string.Empty, connection => (string?)connection["status"] ?? string.Empty, StringComparer.Ordinal);
        var listed = VpcEndpointConnection.Texts(inputs, Endpoints);
        var action = (inputs.Get(Action)?.Unwrapped as StringValue)?.Value ?? ImportedAction(listed, statuses);
        ReportGone(listed.Where(id => !statuses.ContainsKey(id)), target, scope);
        var inForce = listed.Where(id => !statuses.TryGetValue(id, out var status) || status == Wanted(action));
        var shown = connections.Where(connection => listed.Contains((string?)connection["id"] ?? string.Empty))
            .Select(connection => WireDecoder.Value(VpcEndpointConnection.Connection, connection, "connections"));
        var outputs = target.Parts
            .With(Endpoints, PropertyValue.Of(inForce))
            .With(Action, PropertyValue.Of(action))
            .With("connections", PropertyValue.Of(shown));
        var failed = listed.Where(id => statuses.GetValueOrDefault(id) == Failed).ToList();
        return new LiveConnections(outputs, statuses)
        {
            State = failed.Count == 0 ? Decided : Failed,
            Reason = failed.Count == 0 ? null : $"the connections of {string.Join(", ", failed)} failed",
        };
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, PropertyValue> Leaves(LiveObject live)
    {
        var shown = (live.Outputs.Get("connections") as ListValue)?.Items.OfType<MapValue>().Select(connection => connection.Map) ?? [];
        return shown.ToDictionary(connection => LeafOf(connection["id"]).ToString(), connection => connection["status"]);
    }

    /// <inheritdoc/>
    public PropertyValue? LeafValue(LiveObject live, string leaf) =>
        Statuses(live).TryGetValue(EndpointOf(leaf), out var status) ? PropertyValue.Of(status) : null;

    /// <inheritdoc/>
    public bool IsHidden(LiveObject live, string leaf) => false;

    /// <inheritdoc/>
    public bool CanPutBack(string leaf, PropertyValue? value) => value?.Unwrapped is StringValue { Value: Accepted or Rejected };

    /// <inheritdoc/>
    public PropertyType LeafType(string leaf) => Property.Text;

    /// <inheritdoc/>
    public WritePlan Plan(LiveObject live, DesiredState desired)
    {
        var statuses = Statuses(live);
        var known = VpcEndpointConnection.Texts(desired.Known, Endpoints);
        var listed = VpcEndpointConnection.Texts(desired.Inputs, Endpoints);
        var strangers = listed.Where(id => !statuses.ContainsKey(id) && !known.Contains(id)).ToList();
        if (strangers.Count > 0)
        {
            throw new ResourceException(
                ResourceProblem.NotFound,
                $"No connection of {string.Join(", ", strangers)} to the cluster exists. {Words(statuses)}");
        }

        var wanted = (desired.Inputs.Get(Action)?.Unwrapped as StringValue)?.Value is { } action ? Wanted(action) : null;
        var changes = listed.Where(id => wanted is not null && statuses.TryGetValue(id, out var status) && status != wanted)
            .Select(id => Change(id, statuses[id], wanted!));
        var stated = desired.Inputs.Where((key, _) => key is Endpoints or Action);
        return new WritePlan([.. changes], stated, stated);
    }

    /// <inheritdoc/>
    public WritePlan PlanRestore(LiveObject live, IReadOnlyDictionary<string, PropertyValue> leaves)
    {
        var statuses = Statuses(live);
        var changes = leaves.Select(leaf => (Id: EndpointOf(leaf.Key), To: (leaf.Value.Unwrapped as StringValue)?.Value))
            .Where(leaf => leaf.To is not null && statuses.ContainsKey(leaf.Id))
            .Select(leaf => Change(leaf.Id, statuses[leaf.Id], leaf.To!));
        return new WritePlan([.. changes], PropertyMap.Empty, PropertyMap.Empty);
    }

    /// <inheritdoc/>
    public async Task<LiveObject?> WriteAsync(ObjectTarget target, LiveObject live, WritePlan plan, CallScope scope)
    {
        var decisions = plan.Changes.GroupBy(change => change.To == PropertyValue.Of(Accepted) ? Receive : "reject", change => EndpointOf(change.Leaf));
        foreach (var decision in decisions)
        {
            await _writer.SendAsync(target, decision.Key, [.. decision], scope);
        }

        return null;
    }

    /// <inheritdoc/>
    public bool Shows(LiveObject live, WritePlan plan)
    {
        // An endpoint that its owner deletes meanwhile needs no decision any more.
        var statuses = Statuses(live);
        return plan.Changes.All(change =>
            !statuses.TryGetValue(EndpointOf(change.Leaf), out var status) || status == Failed || PropertyValue.Of(status) == change.To);
    }

    private static string Wanted(string action) => action == Receive ? Accepted : Rejected;

    private static ImmutableSortedDictionary<string, string> Statuses(LiveObject live) => ((LiveConnections)live).Statuses;

    private static PropertyPath LeafOf(PropertyValue id) => PropertyPath.OfKeys(Endpoints, ((StringValue)id.Unwrapped).Value);

    private static string EndpointOf(string leaf) => PropertyPath.Parse(leaf).Segments is [_, KeySegment id] ? id.Key : string.Empty;

    private static LeafChange Change(string id, string from, string to) =>
        new(LeafOf(PropertyValue.Of(id)), Property.Text, PropertyValue.Of(from), PropertyValue.Of(to));

    private static string Words(ImmutableSortedDictionary<string, string> statuses) =>
        statuses.IsEmpty ? "It has no connections." : $"It has: {string.Join(", ", statuses.Select(pair => $"{pair.Key} ({pair.Value})"))}.";

    // An import knows the endpoints alone; the decision about them must be one and the same.
    private static string ImportedAction(ImmutableArray<string> listed, ImmutableSortedDictionary<string, string> statuses)
    {
        var found = listed.Select(id => (Id: id, Status: statuses.GetValueOrDefault(id, "not connected"))).ToList();
        return found.Select(endpoint => endpoint.Status).Distinct().ToList() switch
        {
            [Accepted] => Receive,
            [Rejected] => "reject",
            _ => throw new ResourceException(
                ResourceProblem.FailedPrecondition,
                "Endpoints can be imported together only if all are accepted or all are rejected; these are: "
                + $"{string.Join(", ", found.Select(endpoint => $"{endpoint.Id} ({endpoint.Status})"))}."),
        };
    }

    private static void ReportGone(IEnumerable<string> gone, ObjectTarget target, CallScope scope)
    {
        foreach (var id in gone)
        {
            scope.Notices.Warn($"The endpoint {id} is no longer connected to the cluster {target.Part("clusterId")}: its owner deleted it. Nothing is sent about it; remove it from endpointIdList.");
        }
    }
}
