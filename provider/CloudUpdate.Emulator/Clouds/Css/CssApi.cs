using CloudUpdate.Emulator.Http;
using CloudUpdate.Emulator.State;
using CloudUpdate.Emulator.Validation;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds.Css;

/// <summary>CSS: the endpoint service of a cluster and the connections that others make to it.</summary>
internal sealed class CssApi : HuaweiApi
{
    private const string Clusters = "/v1.0/{project_id}/clusters";
    private const string Service = Clusters + "/{cluster_id}/vpcepservice";

    public CssApi()
    {
        Routes =
        [
            Route("GET", Clusters, "listClusters", InProject(ListClusters)),
            Route("GET", Clusters + "/{cluster_id}", "getCluster", OnCluster(ShowCluster)),
            Route("POST", Service + "/open", "openEndpointService", OnCluster(Open)),
            Route("PUT", Service + "/close", "closeEndpointService", OnCluster(Close)),
            Route("GET", Service + "/connections", "listConnections", OnService(List)),
            Route("POST", Service + "/connections", "updateConnections", OnService(Decide)),
            Route("POST", Service + "/permissions", "updatePermissions", OnService(Permit)),
        ];
    }

    public override string Name => "css";

    public override string Title => "CSS";

    public override IReadOnlyList<Route> Routes { get; }

    protected override Reply ServiceError(int status) => status switch
    {
        403 => Error(403, "CSS.0015", "No resources are found or the access is denied."),
        404 => Error(404, "CSS.0022", "The resource was not found."),
        409 => Error(409, "CSS.EMU409", "The request conflicts with the state of the resource."),
        412 => Error(412, "CSS.EMU412", "A precondition is not met."),
        >= 500 => Error(status, "CSS.0005", "Internal error."),
        _ => Error(status, "CSS.0001", "Incorrect parameters."),
    };

    public override Reply? RefusedToken(EmulatorSettings settings) =>
        settings.CssChecksTokensItself ? Error(400, "CSS.0045", "The token is incorrect.") : null;

    protected override Reply WrongMediaType() => Error(415, "CSS.0004", "Invalid operation.");

    protected override Reply EmptyBody() => Error(400, "CSS.0006", "The request body is empty.");

    protected override Reply BrokenBody() => Error(400, "CSS.0001", "Incorrect parameters. (the body is not a JSON object)");

    protected override Reply Invalid(Violation violation) => Error(400, "CSS.0001", $"Incorrect parameters. ({violation.Member} is invalid)");

    private static Reply Error(int status, string code, string message) =>
        Reply.Of(status, new JObject { ["errCode"] = code, ["externalMessage"] = $"{code} : {message}" });

    private Func<Call, Reply> OnCluster(Func<Call, StoredObject, Reply> operation) => InProject(call =>
        call.Objects.Find(ObjectKinds.CssCluster, call["project_id"], call["cluster_id"]) is not { } cluster
            ? Error(403)
            : (bool?)cluster.Data["_deleted"] == true ? Error(400, "CSS.0047", "The cluster has been deleted.") : operation(call, cluster));

    private Func<Call, Reply> OnService(Func<Call, StoredObject, Reply> operation) => OnCluster((call, cluster) =>
        (bool?)cluster.Data["_vpcepservice"] == true
            ? operation(call, cluster)
            : Error(400, "CSS.5182", "The VPC endpoint service is not enabled."));

    private Reply ListClusters(Call call)
    {
        if (!TryPage(call, 1, out var offset, out var limit, out var refusal, "start"))
        {
            return refusal!;
        }

        var all = call.Objects.Under(ObjectKinds.CssCluster, call["project_id"]).Where(cluster => (bool?)cluster.Data["_deleted"] != true).ToList();
        var page = all.Skip(Math.Max(0, offset - 1)).Take(limit).Select(Rendered);
        return Reply.Of(200, new JObject { ["clusters"] = new JArray(page), ["totalSize"] = all.Count });
    }

    private static Reply ShowCluster(Call call, StoredObject cluster) => Reply.Of(200, Rendered(cluster));

    private static JObject Rendered(StoredObject cluster) => Rendering.Public(cluster.Data, "project_id");

    private Reply Open(Call call, StoredObject cluster)
    {
        if (call.Request.Body.Length > 0 && !TryBody(call, CssRules.Open, out _, out var refusal))
        {
            return refusal;
        }

        if (Busy(call, cluster) is { } busy)
        {
            return busy;
        }

        if ((bool?)cluster.Data["_vpcepservice"] == true)
        {
            return Error(409, "CSS.EMU409", "The VPC endpoint service is enabled already.");
        }

        Operate(call, cluster, call.Settings.Css.Creating, "createVpcepservice", enabled: true);
        return Reply.Of(200, new JObject { ["action"] = "createVpcepservice" });
    }

    private Reply Close(Call call, StoredObject cluster)
    {
        if (Busy(call, cluster) is { } busy)
        {
            return busy;
        }

        if ((bool?)cluster.Data["_vpcepservice"] != true)
        {
            return Error(400, "CSS.5182", "The VPC endpoint service is not enabled.");
        }

        foreach (var connection in call.FailState ? [] : Connections(call).ToList())
        {
            call.Objects.Remove(connection);
        }

        Operate(call, cluster, call.Settings.Css.Deleting, "deleteVpcepservice", enabled: false);
        return Reply.Of(200, new JObject { ["action"] = "deleteVpcepservice" });
    }

    private static void Operate(Call call, StoredObject cluster, TimeSpan delay, string action, bool enabled) => StateChange.Begin(
        call,
        cluster,
        delay,
        new JObject { ["status"] = "100", ["actions"] = new JArray(action) },
        due => new JObject
        {
            ["status"] = call.FailState ? "303" : "200",
            ["actions"] = new JArray(),
            ["updated"] = Timestamps.Seconds(due),
            ["_vpcepservice"] = enabled != call.FailState,
        });

    private Reply List(Call call, StoredObject cluster)
    {
        if (!TryPage(call, 0, out var offset, out var limit, out var refusal))
        {
            return refusal!;
        }

        var all = Connections(call).ToList();
        var page = all.Skip(offset).Take(limit).Select(connection => Rendering.Public(connection.Data, "project_id", "cluster_id"));
        return Reply.Of(200, new JObject
        {
            ["connections"] = new JArray(page),
            ["vpcepUpdateSwitch"] = "false",
            ["total_count"] = all.Count,
            ["vpcServiceName"] = cluster.Data["_vpcServiceName"],
            ["permissions"] = cluster.Data["_permissions"],
        });
    }

    private Reply Decide(Call call, StoredObject cluster)
    {
        if (!TryBody(call, CssRules.Decide, out var body, out var refusal))
        {
            return refusal;
        }

        if (Busy(call, cluster) is { } busy)
        {
            return busy;
        }

        var wanted = (string?)body["action"] == "receive" ? "accepted" : "rejected";

        // One after the other, as the service behind it takes one id per call: those before a bad one stay decided.
        foreach (var id in (body["endpoint_id_list"] ?? body["endpointIdList"])!.Select(id => (string)id!))
        {
            if (DecideOne(call, id, wanted) is { } failure)
            {
                return failure;
            }
        }

        return call.Settings.CssAnswersEmptyObject ? Reply.Of(200, new JObject()) : Reply.Empty(200);
    }

    private static Reply? DecideOne(Call call, string id, string wanted)
    {
        if (call.Objects.Find(ObjectKinds.CssConnection, call["project_id"], call["cluster_id"], id) is not { } connection)
        {
            return Error(412, "CSS.EMU412", "The endpoint does not exist.");
        }

        if (connection.Text("status") == wanted)
        {
            return call.Settings.CssRefusesRepeatedDecision ? Error(409, "CSS.EMU409", $"The connection is already {wanted}.") : null;
        }

        StateChange.Begin(
            call,
            connection,
            call.Settings.Css.Updating,
            new JObject { ["status"] = "creating" },
            due => new JObject { ["status"] = call.FailState ? "failed" : wanted, ["update_at"] = Timestamps.Seconds(due) });
        return null;
    }

    private Reply Permit(Call call, StoredObject cluster)
    {
        if (!TryBody(call, CssRules.Permissions, out var body, out var refusal))
        {
            return refusal;
        }

        if (Busy(call, cluster) is { } busy)
        {
            return busy;
        }

        var domains = (body["vpc_permissions"] ?? body["vpcPermissions"])!.Select(id => (string)id!);
        cluster.Data = ObjectStore.Merged(cluster.Data, new JObject { ["_permissions"] = new JArray(domains.Select(id => Permission(call, id))) });
        call.Objects.Touch();
        return Reply.Empty(200);
    }

    private static JObject Permission(Call call, string domain) => new()
    {
        ["id"] = call.State.Ids.Uuid(),
        ["permission"] = domain == "*" ? "*" : $"iam:domain::{domain}",
        ["permission_type"] = "domainId",
        ["created_at"] = Timestamps.Seconds(call.Now),
    };

    private static Reply? Busy(Call call, StoredObject cluster) => cluster.Text("status") == "200" && cluster.Data["actions"] is not JArray { Count: > 0 }
        ? null
        : call.Settings.CssBusyIs202
            ? Error(202, "CSS.0011", "The cluster is being operated or is faulty.")
            : Error(400, "CSS.5090", "The cluster status does not allow this operation.");

    private static IEnumerable<StoredObject> Connections(Call call) =>
        call.Objects.Under(ObjectKinds.CssConnection, call["project_id"], call["cluster_id"]);

    private bool TryPage(Call call, int first, out int offset, out int limit, out Reply? refusal, string start = "offset")
    {
        limit = 10;
        refusal = null;
        if (!Paging.TryNumber(call.Request, start, first, 0, start == "offset" ? 1000 : int.MaxValue, out offset))
        {
            refusal = Invalid(new Violation(start, "must be a number"));
        }
        else if (!Paging.TryNumber(call.Request, "limit", 10, 1, 1000, out limit))
        {
            refusal = Invalid(new Violation("limit", "must be a number"));
        }

        return refusal is null;
    }
}
