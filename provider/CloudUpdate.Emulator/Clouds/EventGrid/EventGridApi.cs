using CloudUpdate.Emulator.Http;
using CloudUpdate.Emulator.State;
using CloudUpdate.Emulator.Validation;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds.EventGrid;

/// <summary>EventGrid: professional event stream clusters.</summary>
internal sealed class EventGridApi : HuaweiApi
{
    private const string Clusters = "/v1/{project_id}/eventrouter/clusters";
    private static readonly string[] PublicAccess = ["public_access_enabled", "nat_id", "eip_id"];
    private const string Cluster = Clusters + "/{cluster_id}";

    public EventGridApi()
    {
        Routes =
        [
            Route("GET", Clusters + "/availability-zone", "listAvailabilityZones", InProject(ListZones)),
            Route("POST", Clusters, "createCluster", InProject(Create)),
            Route("GET", Clusters, "listClusters", InProject(List)),
            Route("GET", Cluster, "getCluster", InProject(Show)),
            Route("PUT", Cluster, "updateCluster", InProject(Update)),
            Route("DELETE", Cluster, "deleteCluster", InProject(Delete)),
        ];
    }

    public override string Name => "eg";

    public override string Title => "EventGrid";

    public override IReadOnlyList<Route> Routes { get; }

    protected override Reply ServiceError(int status) => status switch
    {
        403 => Error(403, "EG.00014030", "No permissions to request this method"),
        404 => Error(404, "EG.00014040", "Not request resource found"),
        >= 500 => Error(status, "EG.00015000", "Internal Server Error"),
        _ => Error(status, "EG.00014000", "Bad Request"),
    };

    protected override Reply WrongMediaType() => Error(415, "EG.00014000", "Unsupported Media Type");

    protected override Reply EmptyBody() => Error(400, "EG.00014000", "Bad Request");

    protected override Reply BrokenBody() => Error(400, "EG.00014000", "Bad Request");

    protected override Reply Invalid(Violation violation) => Error(400, "EG.00513000", $"Invalid parameters: {violation.Member}");

    private static Reply Error(int status, string code, string message) =>
        Reply.Of(status, new JObject { ["error_code"] = code, ["error_msg"] = message });

    private static Reply NameTaken() => Error(400, "EG.00513001", "The resource name already exists.");

    private static Reply Busy() => Error(403, "EG.00514004", "The resource cannot be modified.");

    private static Reply ListZones(Call call)
    {
        var region = call.Objects.Find(ObjectKinds.IamProject, call["project_id"])!.Text("name");
        return Reply.Of(200, new JObject { ["zone_names"] = new JArray($"{region}a", $"{region}b", $"{region}g") });
    }

    private Reply Create(Call call)
    {
        if (!TryBody(call, EventGridRules.Create, out var body, out var refusal))
        {
            return refusal;
        }

        if ((string?)body["source_type"] != (string?)body["sink_type"])
        {
            return Invalid(new Violation("sink_type", "must equal source_type"));
        }

        if (NameIsTaken(call, (string)body["name"]!, null))
        {
            return NameTaken();
        }

        var id = call.State.Ids.Uuid();
        var key = ObjectKey.Of(call["project_id"], id);
        var data = KindCatalog.Completed(ObjectKinds.EventGridCluster, key, [], call.State);
        if (Take(data, body, EventGridRules.Create) is { } invalid)
        {
            return invalid;
        }

        var stored = call.Objects.Put(ObjectKinds.EventGridCluster, key, data);
        Begin(call, stored, call.Settings.EventGrid.Creating, "CREATING", "FAILED");
        return Answer(call, stored);
    }

    private Reply List(Call call)
    {
        if (!Paging.TryNumber(call.Request, "limit", 100, 1, 1000, out var limit))
        {
            return Invalid(new Violation("limit", "must be a number"));
        }

        if (!Paging.TryNumber(call.Request, "offset", 0, 0, int.MaxValue, out var offset))
        {
            return Invalid(new Violation("offset", "must be a number"));
        }

        var wanted = call.Request.QueryValue("fuzzy_name") ?? "";
        var matching = call.Objects.Under(ObjectKinds.EventGridCluster, call["project_id"])
            .Where(stored => stored.Text("status") != "DELETED" && stored.Text("name")!.Contains(wanted, StringComparison.Ordinal))
            .ToList();
        var page = matching.Skip(offset).Take(limit).Select(stored => Rendering.Public(stored.Data, "project_id")).ToList();
        return Reply.Of(200, new JObject { ["total"] = matching.Count, ["size"] = page.Count, ["items"] = new JArray(page) });
    }

    private Reply Show(Call call) => Find(call) is { } stored ? Answer(call, stored) : Error(404);

    private Reply Update(Call call)
    {
        if (Find(call) is not { } stored || stored.Text("status") == "DELETED")
        {
            return Error(404);
        }

        if (!TryBody(call, EventGridRules.Update, out var body, out var refusal))
        {
            return refusal;
        }

        if (IsMoving(stored))
        {
            return Busy();
        }

        if (body["name"] is { Type: JTokenType.String } name && NameIsTaken(call, (string)name!, stored))
        {
            return NameTaken();
        }

        var data = (JObject)stored.Data.DeepClone();
        if (Take(data, body, EventGridRules.Update) is { } invalid)
        {
            return invalid;
        }

        data["updated_time"] = Timestamps.Seconds(call.Now);
        var rewires = PublicAccess.Any(member => !JToken.DeepEquals(data[member], stored.Data[member]));
        stored.Data = data;
        call.Objects.Touch();
        if (rewires || call.FailState || stored.Text("status") != "RUNNING")
        {
            Begin(call, stored, call.Settings.EventGrid.Updating, "UPDATING", "ERROR");
        }

        return Answer(call, stored);
    }

    private Reply Delete(Call call)
    {
        if (Find(call) is not { } stored || stored.Text("status") == "DELETED")
        {
            return Error(404);
        }

        if (stored.Text("status") == "DELETING")
        {
            return Reply.Of(200, new JObject { ["cluster_id"] = call["cluster_id"] });
        }

        if (IsMoving(stored) || (int?)stored.Data["job_count"] > 0)
        {
            return Busy();
        }

        var interim = new JObject { ["status"] = "DELETING" };
        if (call.FailState || call.Settings.EventGridKeepsDeleted)
        {
            var end = call.FailState ? "DELETED_FAILED" : "DELETED";
            StateChange.Begin(call, stored, call.Settings.EventGrid.Deleting, interim, _ => new JObject { ["status"] = end });
        }
        else
        {
            StateChange.BeginRemoval(call, stored, call.Settings.EventGrid.Deleting, interim);
        }

        return Reply.Of(200, new JObject { ["cluster_id"] = call["cluster_id"] });
    }

    private static void Begin(Call call, StoredObject stored, TimeSpan delay, string interim, string failed)
    {
        var inUse = stored.Text("eip_id") is { } eip
            && call.Objects.OfKind(ObjectKinds.EventGridCluster).Any(other => other != stored && other.Text("eip_id") == eip);
        var end = call.FailState || inUse
            ? new JObject
            {
                ["status"] = failed,
                ["err_code"] = inUse ? "EMU.EIP_IN_USE" : "EMU.FAILED",
                ["err_message"] = inUse ? "The EIP is bound to another resource." : "The change failed.",
            }
            : new JObject { ["status"] = "RUNNING", ["err_code"] = null, ["err_message"] = null };
        StateChange.Begin(call, stored, delay, new JObject { ["status"] = interim }, due =>
        {
            end["updated_time"] = Timestamps.Seconds(due);
            return end;
        });
    }

    private static bool IsMoving(StoredObject stored) => stored.Text("status") is "CREATING" or "UPDATING" or "DELETING";

    private static StoredObject? Find(Call call) => call.Objects.Find(ObjectKinds.EventGridCluster, call["project_id"], call["cluster_id"]);

    private static bool NameIsTaken(Call call, string name, StoredObject? except) => call.Objects
        .Under(ObjectKinds.EventGridCluster, call["project_id"])
        .Any(stored => stored != except && stored.Text("status") != "DELETED" && stored.Text("name") == name);

    /// <summary>Merges a body into a cluster; an answer here means that the result would make no sense.</summary>
    private Reply? Take(JObject data, JObject body, IReadOnlyList<FieldRule> rules)
    {
        foreach (var rule in rules)
        {
            if (body[rule.Name] is { Type: not JTokenType.Null } value)
            {
                data[rule.Name] = rule.Name == "description" && (string?)value == "" ? null : value.DeepClone();
            }
        }

        if ((bool?)data["public_access_enabled"] != true)
        {
            data["nat_id"] = null;
            data["eip_id"] = null;
            return null;
        }

        var missing = PublicAccess[1..].FirstOrDefault(member => data[member] is null or { Type: JTokenType.Null });
        return missing is null ? null : Invalid(new Violation(missing, "is required with public access"));
    }

    private static Reply Answer(Call call, StoredObject stored) => Reply.Of(
        200,
        call.Settings.EventGridHidesFlavor ? Rendering.Public(stored.Data, "project_id", "flavor") : Rendering.Public(stored.Data, "project_id"));
}
