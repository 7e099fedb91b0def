using CloudUpdate.Emulator.Http;
using CloudUpdate.Emulator.State;
using CloudUpdate.Emulator.Validation;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds.GlobalAccelerator;

/// <summary>Global Accelerator: accelerators, listeners, endpoint groups, endpoints, health checks.</summary>
internal sealed class GlobalAcceleratorApi : HuaweiApi
{
    private const int DefaultLimit = 500;

    public GlobalAcceleratorApi()
    {
        Routes =
        [
            Route("GET", "/v1/regions", "listRegions", _ => Reply.Of(200, new JObject { ["regions"] = GaRegions.Json() })),
            .. GaCollections.All.SelectMany(RoutesOf),
        ];
    }

    public override string Name => "ga";

    public override string Title => "Global Accelerator";

    public override IReadOnlyList<Route> Routes { get; }

    /// <summary>No catalogue of error codes is published; these are recognisably the emulator's own.</summary>
    protected override Reply ServiceError(int status) => Error(status, status switch
    {
        403 => "Policy does not allow this operation.",
        404 => "The resource could not be found.",
        409 => "The resource is in use.",
        _ => "The request failed.",
    });

    /// <summary>Every body of this service carries the request id.</summary>
    public override Reply Decorate(Reply reply, ReceivedRequest request, EmulatorState state)
    {
        var requestId = state.Ids.Uuid();
        return GatewayErrors.InBody(GatewayErrors.WithRequestId(reply, requestId), requestId, _ => true);
    }

    protected override Reply WrongMediaType() => Error(415, "The media type is not supported.");

    protected override Reply EmptyBody() => Error(400, "The request body is empty.");

    protected override Reply BrokenBody() => Error(400, "The request body is not a JSON object.");

    protected override Reply Invalid(Violation violation) => Error(400, $"The parameter {violation.Member} is invalid.");

    private static Reply Error(int status, string message) =>
        Reply.Of(status, new JObject { ["error_code"] = $"GA.EMU{status}", ["error_msg"] = message });

    private static Reply Error(GaRefusal refusal) => Error(refusal.Status, refusal.Message);

    private IEnumerable<Route> RoutesOf(GaCollection collection)
    {
        var one = $"{collection.Path}/{{{collection.IdParameter}}}";
        yield return Route("POST", collection.Path, $"create{collection.Operation}", Scoped(collection, Create));
        yield return Route("GET", collection.Path, $"list{collection.Operation}s", Scoped(collection, List));
        yield return Route("GET", one, $"get{collection.Operation}", Scoped(collection, Show));
        yield return Route("PUT", one, $"update{collection.Operation}", Scoped(collection, Update));
        yield return Route("DELETE", one, $"delete{collection.Operation}", Scoped(collection, Delete));
    }

    /// <summary>Checks the caller's project and the parent before the operation.</summary>
    private Func<Call, Reply> Scoped(GaCollection collection, Func<GaCollection, Call, Reply> operation) => call =>
    {
        if (call.Principal.ProjectId is { } project && ForeignProject(call, project) is { } foreign)
        {
            return foreign;
        }

        if (collection.ParentParameter is { } parent && Find(call, ObjectKinds.EndpointGroup, [call[parent]]) is null)
        {
            return NotFound("endpoint_group", call[parent]);
        }

        return operation(collection, call);
    };

    private Reply Create(GaCollection collection, Call call)
    {
        if (!TryBody(call, Wrapped(collection.Noun, collection.Create), out var body, out var refusal))
        {
            return refusal;
        }

        var sent = (JObject)body[collection.Noun]!;
        if (collection.CreateRefusal(call, sent) is { } reason)
        {
            return Error(reason);
        }

        var id = call.State.Ids.Uuid();
        var data = new JObject { ["id"] = id };
        data.Merge(collection.Defaults(call.State));
        data["domain_id"] = call.Principal.DomainId;
        if (collection.ParentParameter is { } parent)
        {
            data["endpoint_group_id"] = call[parent];
        }

        Take(data, sent, collection.Create);
        var stored = call.Objects.Put(collection.Kind, ObjectKey.Of(collection.Key(call, id)), data);
        Begin(call, stored, call.Settings.GlobalAccelerator.Creating);
        return Answer(collection, stored, 201);
    }

    private Reply List(GaCollection collection, Call call)
    {
        if (!Paging.TryNumber(call.Request, "limit", DefaultLimit, 1, 2000, out var limit))
        {
            return Invalid(new Violation("limit", "must be a number"));
        }

        if (!bool.TryParse(call.Request.QueryValue("page_reverse") ?? "false", out var reverse))
        {
            return Invalid(new Violation("page_reverse", "must be a boolean"));
        }

        IEnumerable<StoredObject> all = collection.ParentParameter is { } parent
            ? call.Objects.Under(collection.Kind, call[parent])
            : call.Objects.OfKind(collection.Kind);
        var matching = all.Where(stored => IsVisible(call, stored) && collection.Filters.All(filter => Matches(call, stored, filter))).ToList();
        var (page, next) = Paging.ByMarker(matching, stored => stored.Text("id")!, call.Request.QueryValue("marker"), limit, reverse);
        return Reply.Of(200, new JObject
        {
            [collection.Plural] = new JArray(page.Select(Rendered)),
            ["page_info"] = new JObject { ["next_marker"] = next, ["current_count"] = page.Count },
        });
    }

    private Reply Show(GaCollection collection, Call call) =>
        TryFind(collection, call, out var stored, out var refusal) ? Answer(collection, stored, 200) : refusal;

    private Reply Update(GaCollection collection, Call call)
    {
        if (!TryFind(collection, call, out var stored, out var missing))
        {
            return missing;
        }

        if (!TryBody(call, Wrapped(collection.Noun, collection.Update), out var body, out var refusal))
        {
            return refusal;
        }

        if (stored.Text("status") is "PENDING" or "DELETING")
        {
            return Error(409, $"The {Words(collection.Noun)} is being changed.");
        }

        var data = (JObject)stored.Data.DeepClone();
        Take(data, (JObject)body[collection.Noun]!, collection.Update);
        data["updated_at"] = Timestamps.Milliseconds(call.Now);
        stored.Data = data;
        Begin(call, stored, call.Settings.GlobalAccelerator.Updating);
        return Answer(collection, stored, 200);
    }

    private Reply Delete(GaCollection collection, Call call)
    {
        if (!TryFind(collection, call, out var stored, out var missing))
        {
            return missing;
        }

        if (collection.DeleteRefusal(call, stored) is { } reason)
        {
            return Error(reason);
        }

        if (stored.Text("status") is not "DELETING")
        {
            StateChange.BeginRemoval(call, stored, call.Settings.GlobalAccelerator.Deleting, new JObject { ["status"] = "DELETING" });
        }

        return Reply.Empty(204);
    }

    private static void Begin(Call call, StoredObject stored, TimeSpan delay) => StateChange.Begin(
        call,
        stored,
        delay,
        new JObject { ["status"] = "PENDING" },
        due => new JObject { ["status"] = call.FailState ? "ERROR" : "ACTIVE", ["updated_at"] = Timestamps.Milliseconds(due) });

    private bool TryFind(
        GaCollection collection,
        Call call,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out StoredObject? stored,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out Reply? refusal)
    {
        var id = call[collection.IdParameter];
        stored = null;
        refusal = id.Length > 36 ? Invalid(new Violation(collection.IdParameter, "is too long")) : null;
        if (refusal is null && (stored = Find(call, collection.Kind, collection.Key(call, id))) is null)
        {
            refusal = NotFound(collection.Noun, id);
        }

        return refusal is null;
    }

    private static StoredObject? Find(Call call, string kind, string[] key) =>
        call.Objects.Find(kind, key) is { } stored && IsVisible(call, stored) ? stored : null;

    private static bool IsVisible(Call call, StoredObject stored) => stored.Text("domain_id") == call.Principal.DomainId;

    private static bool Matches(Call call, StoredObject stored, string filter) => call.Request.QueryValue(filter) is not { } wanted
        || (filter == "listener_id"
            ? stored.Data["listeners"]?.Any(listener => (string?)listener["id"] == wanted) == true
            : stored.Text(filter) == wanted);

    private static Reply NotFound(string noun, string id) => Error(404, $"The {Words(noun)} {id} could not be found.");

    private static Reply Answer(GaCollection collection, StoredObject stored, int status) =>
        Reply.Of(status, new JObject { [collection.Noun] = Rendered(stored) });

    private static JObject Rendered(StoredObject stored) => Rendering.Public(stored.Data);

    private static IReadOnlyList<FieldRule> Wrapped(string noun, IReadOnlyList<FieldRule> members) =>
        [new(noun, FieldType.Object) { Required = true, Members = members }];

    private static void Take(JObject data, JObject sent, IReadOnlyList<FieldRule> rules)
    {
        foreach (var rule in rules)
        {
            if (sent[rule.Name] is { Type: not JTokenType.Null } value)
            {
                data[rule.Name] = value.DeepClone();
            }
        }
    }

    private static string Words(string noun) => noun.Replace('_', ' ');
}
