using CloudUpdate.Emulator;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>The resources under test.</summary>
internal static class ResourceCases
{
    public const string GroupId = "3a9f50bb-f041-4eac-a117-82472d8a0007";
    public const string ClusterId = "fac59513-6c18-4266-bc81-5d412dfc1925";
    public const string EventName = "event-test";
    public const string CssClusterId = "4f3deec3-efa8-4598-bf91-560aad1377a3";
    public const string EndpointId = "f132bb14-e1d5-4f25-9f7c-a29e4c8effd4";
    public const string SecondEndpointId = "e02b9a64-71d3-4c0e-b6f2-3a58c4d91f07";
    public const string ThirdEndpointId = "5c1f8d0a-2b47-4a55-8f3c-9d0e6b7a1c21";

    public static string ProjectId => DemoCredentials.ProjectId;

    public static ResourceCase EndpointGroup { get; } = new()
    {
        Token = "cloudupdate:globalaccelerator:EndpointGroup",
        Own = "endpointGroupId",
        Door = Bag.Of(("endpointGroupId", GroupId)),
        Id = GroupId,
        Seeded = (ObjectKinds.EndpointGroup, GroupId),
        Changes =
        [
            Bag.Of(("name", "endpoint-group-name-new")),
            Bag.Of(("description", "endpoint-group description new")),
            Bag.Of(("trafficDialPercentage", 5)),
        ],
        Another = ("name", "another-name"),
        Drift = (new JObject { ["name"] = "drifted" }, "drifted"),
        Creation = Bag.Of(
            ("name", "edge-tokyo"),
            ("regionId", "cn-south-1"),
            ("listeners", new[] { Bag.Of(("id", "1b11747a-b139-492f-9692-2df0b1c87193")) })),
        Immutable = ("regionId", "ap-southeast-3"),
        UpdateRequest = $"PUT /v1/endpoint-groups/{GroupId}",
        HasStates = true,
        Wrapper = "endpoint_group",
    };

    public static ResourceCase EventStreamCluster { get; } = new()
    {
        Token = "cloudupdate:eventgrid:EventStreamCluster",
        Own = "clusterId",
        Door = Bag.Of(("clusterId", ClusterId)),
        Id = ClusterId,
        Seeded = (ObjectKinds.EventGridCluster, $"{ProjectId}/{ClusterId}"),
        Changes =
        [
            Bag.Of(("name", "cluster-xspx0v5v")),
            Bag.Of(("description", "xxx")),
            Bag.Of(("publicAccessEnabled", true), ("natId", "c43e1888-6589-4b43-xxxxxxxxxxxx"), ("eipId", "e7d72bae-653e-4fb5-xxxxxxxxxxxx")),
        ],
        Another = ("name", "another-name"),
        Drift = (new JObject { ["name"] = "drifted" }, "drifted"),
        Creation = Bag.Of(
            ("name", "orders-stream"),
            ("sourceType", "KAFKA"),
            ("sinkType", "KAFKA"),
            ("vpcId", "3f0c7a5e-6f4f-4d0c-9f1b-8a2e5d7c4b10"),
            ("subnetId", "9b2d4e61-0c7a-4e35-8d19-5f6a7b8c9d02")),
        Immutable = ("vpcId", "11111111-6f4f-4d0c-9f1b-8a2e5d7c4b10"),
        UpdateRequest = $"PUT /v1/{ProjectId}/eventrouter/clusters/{ClusterId}",
        HasStates = true,
    };

    public static ResourceCase EventNotification { get; } = new()
    {
        Token = "cloudupdate:csms:EventNotification",
        Own = "eventName",
        NameInput = "eventName",
        Door = Bag.Of(("eventName", EventName), ("adopt", true)),
        Id = EventName,
        Seeded = (ObjectKinds.CsmsEvent, $"{ProjectId}/{EventName}"),
        Changes =
        [
            Bag.Of(("state", "DISABLED")),
            Bag.Of(("eventTypes", new[] { "SECRET_ROTATED", "SECRET_DELETED" })),
            Bag.Of(("notification", Bag.Of(("targetType", "SMN"), ("targetId", "demo-smn-id"), ("targetName", "demo-smn-name")))),
        ],
        Another = ("state", "ENABLED"),
        Drift = (new JObject { ["state"] = "ENABLED" }, "ENABLED"),
        AnotherHand = new JObject { ["state"] = "SUSPENDED" },
        Creation = Bag.Of(
            ("eventName", "rotation-alerts"),
            ("state", "ENABLED"),
            ("eventTypes", new[] { "SECRET_ROTATED", "SECRET_ROTATED_FAILED" }),
            ("notification", Bag.Of(("targetType", "SMN"), ("targetId", "urn:smn:cn-north-4:secret-alerts"), ("targetName", "secret-alerts")))),
        Immutable = ("eventName", "rotation-alerts-2"),
        UpdateRequest = $"PUT /v1/{ProjectId}/csms/events/{EventName}",
    };

    public static ResourceCase VpcEndpointConnection { get; } = new()
    {
        Token = "cloudupdate:css:VpcEndpointConnection",
        Own = "clusterId",
        MissingId = $"none-such/{EndpointId}",
        Door = Bag.Of(("clusterId", CssClusterId), ("endpointIdList", new[] { EndpointId }), ("action", "reject")),
        Id = $"{CssClusterId}/{EndpointId}",
        Seeded = (ObjectKinds.CssConnection, $"{ProjectId}/{CssClusterId}/{EndpointId}"),
        Changes = [Bag.Of(("action", "receive"))],
        Another = ("action", "reject"),
        Drift = (new JObject { ["status"] = "rejected" }, null),
        AnotherHand = new JObject { ["status"] = "pendingAcceptance" },
        UpdateRequest = $"POST /v1.0/{ProjectId}/clusters/{CssClusterId}/vpcepservice/connections",
        Prepare = emulator =>
        {
            emulator.Objects.Change(ObjectKinds.CssConnection, $"{ProjectId}/{CssClusterId}/{EndpointId}", new JObject { ["status"] = "rejected" });
            Connect(emulator, SecondEndpointId, "accepted");
            Connect(emulator, ThirdEndpointId, "pendingAcceptance");
        },
    };

    public static IEnumerable<ResourceCase> Huawei => [EndpointGroup, EventStreamCluster, EventNotification, VpcEndpointConnection];

    /// <summary>All whose objects can be changed.</summary>
    public static IEnumerable<ResourceCase> All => [.. Huawei, .. ConnectionCases.Changeable];

    /// <summary>All, with those that nothing can change.</summary>
    public static IEnumerable<ResourceCase> Objects => [.. Huawei, .. ConnectionCases.All];

    /// <summary>Those of Huawei Cloud whose objects can be created and deleted.</summary>
    public static IEnumerable<ResourceCase> HuaweiCreatable => Huawei.Where(resource => resource.Creation is not null);

    /// <summary>Those of Huawei Cloud whose objects pass through states.</summary>
    public static IEnumerable<ResourceCase> HuaweiWithStates => Huawei.Where(resource => resource.HasStates);

    /// <summary>Those whose objects can be created and deleted.</summary>
    public static IEnumerable<ResourceCase> Creatable => Objects.Where(resource => resource.Creation is not null);

    /// <summary>Those that have inputs which a program may leave out.</summary>
    public static IEnumerable<ResourceCase> WithOptionalInputs => All.Where(resource => resource.Creation is not null);

    /// <summary>Those of which more than one property can be changed.</summary>
    public static IEnumerable<ResourceCase> WithSeveralChanges => WithOptionalInputs.Where(resource => resource.Changes.Count > 1);

    /// <summary>Those of whose names there may be one.</summary>
    public static IEnumerable<ResourceCase> WithUniqueNames => [EventStreamCluster, EventNotification, .. ConnectionCases.All];

    /// <summary>Those of them that can be changed.</summary>
    public static IEnumerable<ResourceCase> ChangeableWithUniqueNames => WithUniqueNames.Where(resource => resource.Changes.Count > 0);

    /// <summary>Those with inputs that only a creation takes, beside the name; connections are tested apart.</summary>
    public static IEnumerable<ResourceCase> WithImmutableInputs => [EndpointGroup, EventStreamCluster];

    /// <summary>Those whose objects pass through states.</summary>
    public static IEnumerable<ResourceCase> WithStates => All.Where(resource => resource.HasStates);

    /// <summary>Each change of each resource.</summary>
    public static IEnumerable<TestCaseData> EachChange => All.SelectMany(resource => resource.Changes.Concat(resource.OtherChanges).Select(change =>
        new TestCaseData(resource, change).SetArgDisplayNames(resource.ToString(), Words(change))));

    public static void Connect(EmulatorServer emulator, string endpoint, string status) =>
        emulator.Objects.Put(ObjectKinds.CssConnection, $"{ProjectId}/{CssClusterId}/{endpoint}", new JObject { ["status"] = status });

    // Of an object, its members.
    private static string Words(PropertyMap change) => string.Join("+", change.Select(member =>
        member.Value.Unwrapped is MapValue { Map: var map } ? $"{member.Key}({string.Join(",", map.Keys)})" : member.Key));
}
