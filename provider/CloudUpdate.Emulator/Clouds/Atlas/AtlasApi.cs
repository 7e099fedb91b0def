using CloudUpdate.Emulator.Http;
using CloudUpdate.Emulator.State;
using CloudUpdate.Emulator.Validation;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds.Atlas;

/// <summary>MongoDB Atlas: stream connections of a workspace, and the token endpoint of service accounts.</summary>
internal sealed class AtlasApi : CloudApi
{
    private const string Prefix = "/api/";
    private const string Connections = "/api/atlas/v2/groups/{groupId}/streams/{tenantName}/connections";
    private const string Connection = Connections + "/{connectionName}";

    public AtlasApi()
    {
        Routes =
        [
            Route("POST", "/api/oauth/token", "createToken", OAuthEndpoint.Token, Access.Anonymous),
            Route("POST", "/api/oauth/revoke", "revokeToken", OAuthEndpoint.Revoke, Access.Anonymous),
            Route("GET", Connections, "listConnections", InWorkspace(List), Access.Atlas),
            Route("GET", Connection, "getConnection", InWorkspace(Show), Access.Atlas),
            Writing("POST", Connections, "createConnection", Create),
            Writing("PATCH", Connection, "updateConnection", Update),
            Writing("DELETE", Connection, "deleteConnection", Delete),
        ];
    }

    public override string Name => "atlas";

    public override string Title => "MongoDB Atlas";

    public override IReadOnlyList<Route> Routes { get; }

    public override bool OwnsUnknown(string rawPath) => rawPath.StartsWith(Prefix, StringComparison.Ordinal);

    public override Reply Error(int status) => AtlasErrors.Of(status);

    public override Reply UnknownPath(IReadOnlyList<string> methods) => methods.Count == 0
        ? AtlasErrors.Of(404)
        : AtlasErrors.Of(405, "METHOD_NOT_ALLOWED", "The method is not allowed.").With("Allow", string.Join(", ", methods));

    public override Reply Decorate(Reply reply, ReceivedRequest request, EmulatorState state) => AtlasAnswers.InEnvelope(reply, request)
        .With("x-mongodb-service-version", "emulator")
        .With("x-content-type-options", "nosniff")
        .With("server", "mdbws");

    protected override bool RefuseUnknownMembers(EmulatorSettings settings) => !settings.AtlasIgnoresUnknownMembers;

    protected override bool IsJsonType(string mediaType) => AtlasAnswers.IsRequestType(mediaType);

    protected override Reply WrongMediaType() => AtlasErrors.Of(415);

    protected override Reply EmptyBody() => AtlasErrors.Of(400, "VALIDATION_ERROR", "The request body is missing.");

    protected override Reply BrokenBody() => AtlasErrors.Of(400, "VALIDATION_ERROR", "The request body is not a JSON object.");

    protected override Reply Invalid(Violation violation) => AtlasErrors.Invalid(violation);

    private Route Writing(string method, string path, string operation, Func<Call, Reply> handle) =>
        Route(method, path, operation, InWorkspace(handle), Access.Atlas) with
        {
            SiblingKind = ObjectKinds.AtlasConnection,
            ParentParameters = ["groupId", "tenantName"],
        };

    /// <summary>What every operation on connections asks for first: a version, a project, a workspace, and requests left in the bucket.</summary>
    private static Func<Call, Reply> InWorkspace(Func<Call, Reply> operation) => call =>
    {
        var group = call["groupId"];
        var tenant = call["tenantName"];
        if (!AtlasAnswers.IsAcceptable(call.Request.Header("Accept")))
        {
            return AtlasErrors.Of(406);
        }

        if (!ConnectionRules.HexId().IsMatch(group))
        {
            return AtlasErrors.Of(400, "VALIDATION_ERROR", $"An invalid group ID {group} was specified.", group);
        }

        if (call.Objects.Find(ObjectKinds.AtlasGroup, group) is null)
        {
            return AtlasErrors.Of(404, "GROUP_NOT_FOUND", $"No group with ID {group} exists.", group);
        }

        if (call.Objects.Find(ObjectKinds.AtlasWorkspace, group, tenant) is null)
        {
            return AtlasErrors.Of(
                404, "STREAM_TENANT_NOT_FOUND_FOR_NAME", $"Stream instance for project {group} and name {tenant} not found.", group, tenant);
        }

        return call.State.AtlasBucket.Take(call, group) ?? call.State.AtlasBucket.Label(operation(call), group);
    };

    private Reply List(Call call)
    {
        if (!Paging.TryNumber(call.Request, "pageNum", 1, 1, int.MaxValue, out var number))
        {
            return Invalid(new Violation("pageNum", "must be 1 or more"));
        }

        if (!Paging.TryNumber(call.Request, "itemsPerPage", 100, 1, 500, out var size))
        {
            return Invalid(new Violation("itemsPerPage", "must be 1 to 500"));
        }

        var all = call.Objects.Under(ObjectKinds.AtlasConnection, call["groupId"], call["tenantName"])
            .Select(stored => Lag.Seen(call, stored))
            .OfType<JObject>()
            .ToList();
        var skipped = (long)(number - 1) * size;
        var page = all.Skip((int)Math.Min(skipped, int.MaxValue)).Take(size).Select(data => ConnectionAnswers.Rendered(call, data));
        var self = $"http://{call.Request.Header("Host")}{call.Request.RawPath}";
        var links = new JArray { Link("self", $"{self}?pageNum={number}&itemsPerPage={size}") };
        if (skipped + size < all.Count)
        {
            links.Add(Link("next", $"{self}?itemsPerPage={size}&pageNum={number + 1}"));
        }

        return AtlasAnswers.Of(call, 200, new JObject { ["links"] = links, ["results"] = new JArray(page), ["totalCount"] = all.Count }, isList: true);
    }

    private static JObject Link(string rel, string href) => new() { ["href"] = href, ["rel"] = rel };

    private Reply Show(Call call) =>
        ConnectionAnswers.Find(call) is { } stored && Lag.Seen(call, stored) is { } data ? AtlasAnswers.Of(call, 200, ConnectionAnswers.Rendered(call, data)) : ConnectionAnswers.Missing(call);

    private Reply Create(Call call)
    {
        if (!TryRawBody(call, out var body, out var refusal))
        {
            return refusal;
        }

        if (TypeOf(body) is not { } type || ConnectionRules.Create(type) is not { } rules)
        {
            return BadType(call, body);
        }

        if (!TryBody(call, rules, out body, out refusal))
        {
            return refusal;
        }

        var data = ConnectionMerge.New(body, call.Settings);
        if (ConnectionNeeds.Violation(data) is { } violation)
        {
            return Invalid(violation);
        }

        var name = (string)body["name"]!;
        if (name.Length == 0)
        {
            return Invalid(new Violation("name", "must not be empty"));
        }

        Overlap.Damage(call);
        if (call.Objects.Find(ObjectKinds.AtlasConnection, call["groupId"], call["tenantName"], name) is not null)
        {
            return AtlasErrors.Of(
                409, "STREAM_CONNECTION_NAME_ALREADY_EXISTS", $"A Stream connection with the name {name} already exists.", name);
        }

        if (type == "Kafka")
        {
            data["networking"] ??= new JObject { ["access"] = new JObject { ["type"] = "PUBLIC" } };
        }

        var key = ObjectKey.Of(call["groupId"], call["tenantName"], name);
        var workspace = call.Objects.Find(ObjectKinds.AtlasWorkspace, call["groupId"], call["tenantName"])!;
        data["region"] ??= workspace.Text("region");
        var stored = call.Objects.Put(ObjectKinds.AtlasConnection, key, KindCatalog.Completed(ObjectKinds.AtlasConnection, key, data, call.State));
        ConnectionStates.Deploy(call, stored, call.Settings.Atlas.Creating);
        Lag.Begin(call, stored, null);
        return AtlasAnswers.Of(call, 200, ConnectionAnswers.Rendered(call, stored.Data));
    }

    private Reply Update(Call call)
    {
        if (!TryRawBody(call, out var body, out var refusal))
        {
            return refusal;
        }

        Overlap.Damage(call);
        if (ConnectionAnswers.Find(call) is not { } stored || Lag.Seen(call, stored) is null)
        {
            return ConnectionAnswers.Missing(call);
        }

        var type = stored.Text("type")!;
        if (TypeOf(body) is not { } sent || sent != type)
        {
            return BadType(call, body);
        }

        if (!TryBody(call, ConnectionRules.Update(type), out body, out refusal))
        {
            return refusal;
        }

        return Impediment(call, stored, body) ?? Merge(call, stored, body);
    }

    private Reply? Impediment(Call call, StoredObject stored, JObject body)
    {
        var name = (string?)body["name"];
        if (name is null && call.Settings.AtlasUnreadableBodyIs500)
        {
            return AtlasErrors.Of(500);
        }

        if (name is not null && name != stored.Text("name"))
        {
            return Invalid(new Violation("name", "must equal the name in the path"));
        }

        foreach (var member in new[] { "networking", "publicPrivateNetworking" })
        {
            if (body[member] is JObject networking
                && !JToken.DeepEquals(ConnectionMerge.Networking(networking), ConnectionMerge.Networking(stored.Data[member])))
            {
                return AtlasErrors.Of(
                    400,
                    "STREAM_NETWORKING_ACCESS_TYPE_CANNOT_BE_MODIFIED",
                    "Stream networking access type cannot be modified.",
                    call["tenantName"], call["connectionName"]);
            }
        }

        return ConnectionAnswers.InUse(call, stored);
    }

    private Reply Merge(Call call, StoredObject stored, JObject body)
    {
        var before = stored.Data;
        var data = ConnectionMerge.Apply(before, body, call.Settings);
        var check = new BodyCheck(call.Settings.StrictPatterns, refuseUnknown: false);
        if (check.Run(ConnectionRules.Result(stored.Text("type")!), data) is { } violation)
        {
            return Invalid(violation);
        }

        stored.Data = data;
        call.Objects.Touch();
        ConnectionStates.Deploy(call, stored, call.Settings.Atlas.Updating);
        Lag.Begin(call, stored, before);

        // The answer of an update is an echo: it carries no state.
        var answer = ConnectionAnswers.Rendered(call, stored.Data);
        answer.Remove("state");
        return AtlasAnswers.Of(call, 200, answer);
    }

    private static Reply Delete(Call call)
    {
        Overlap.Damage(call);
        if (ConnectionAnswers.Find(call) is not { } stored || Lag.Seen(call, stored) is null)
        {
            return ConnectionAnswers.Missing(call);
        }

        var name = call["connectionName"];
        if (stored.Text("state") == "PENDING")
        {
            return AtlasErrors.Of(
                409,
                "STREAM_KAFKA_CONNECTION_IS_DEPLOYING",
                $"Stream Kafka connection {name} is currently deploying. Please retry the request later.",
                name);
        }

        if (ConnectionAnswers.InUse(call, stored) is { } inUse)
        {
            return inUse;
        }

        if (call.FailState)
        {
            StateChange.Begin(call, stored, ConnectionStates.Delay(call, stored, call.Settings.Atlas.Deleting), ConnectionStates.Named("DELETING"), _ => ConnectionStates.Named("FAILED"));
        }
        else if (stored.Text("state") != "DELETING")
        {
            var before = stored.Data;
            var lag = call.Settings.AtlasReadLag;
            var delay = ConnectionStates.Delay(call, stored, call.Settings.Atlas.Deleting);
            StateChange.BeginRemoval(call, stored, delay > lag ? delay : lag, ConnectionStates.Named("DELETING"));
            Lag.Begin(call, stored, before);
        }

        return AtlasAnswers.Of(call, 202, []);
    }

    private Reply BadType(Call call, JObject body)
    {
        if (TypeOf(body) is null && call.Settings.AtlasUnreadableBodyIs500)
        {
            return AtlasErrors.Of(500);
        }

        return Invalid(new Violation("type", $"must be one of {string.Join(", ", ConnectionRules.TypeNames)} and cannot be changed"));
    }

    private static string? TypeOf(JObject body) => body["type"] is { Type: JTokenType.String } type ? (string)type! : null;
}
