using CloudUpdate.Emulator;
using CloudUpdate.Provider.Clouds;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Clouds.Faults;

/// <summary>One request of each kind, as the resources send them.</summary>
internal static class Verbs
{
    public const string GroupId = "3a9f50bb-f041-4eac-a117-82472d8a0007";
    public const string ListenerId = "1b11747a-b139-492f-9692-2df0b1c87193";

    public static IReadOnlyDictionary<string, CloudRequest> All { get; } = new Dictionary<string, CloudRequest>
    {
        ["GET"] = Group(HttpMethod.Get, "ShowEndpointGroup"),
        ["PUT"] = Group(HttpMethod.Put, "UpdateEndpointGroup") with
        {
            Repeatable = true,
            Body = new JObject { ["endpoint_group"] = new JObject { ["description"] = "changed" } },
        },
        ["DELETE"] = Event(HttpMethod.Delete, "DeleteEvent") with { Repeatable = true },
        ["PATCH"] = Connection() with
        {
            Repeatable = true,
            Body = new JObject
            {
                ["name"] = "orders-https",
                ["type"] = "Https",
                ["url"] = "https://hooks.example.net/v2",
                ["headers"] = new JObject { ["X-Tenant"] = "green" },
            },
        },
        ["POST"] = CreateGroup("edge-singapore"),
    };

    public static CloudRequest CreateGroup(string name) => new()
    {
        Service = "ga",
        Operation = "CreateEndpointGroup",
        Method = HttpMethod.Post,
        PathTemplate = "/v1/endpoint-groups",
        Body = new JObject
        {
            ["endpoint_group"] = new JObject
            {
                ["name"] = name,
                ["region_id"] = "ap-southeast-3",
                ["listeners"] = new JArray(new JObject { ["id"] = ListenerId }),
            },
        },
    };

    public static CloudRequest ListGroups() => new()
    {
        Service = "ga",
        Operation = "ListEndpointGroups",
        Method = HttpMethod.Get,
        PathTemplate = "/v1/endpoint-groups",
        Query = [new("listener_id", ListenerId)],
    };

    private static CloudRequest Group(HttpMethod method, string operation) => new()
    {
        Service = "ga",
        Operation = operation,
        Method = method,
        PathTemplate = "/v1/endpoint-groups/{endpoint_group_id}",
        PathValues = new Dictionary<string, string> { ["endpoint_group_id"] = GroupId },
    };

    private static CloudRequest Event(HttpMethod method, string operation) => new()
    {
        Service = "kms",
        Operation = operation,
        Method = method,
        PathTemplate = "/v1/{project_id}/csms/events/{event_name}",
        PathValues = new Dictionary<string, string> { ["event_name"] = "event-test" },
    };

    private static CloudRequest Connection() => new()
    {
        Service = "atlas",
        Operation = "UpdateConnection",
        Method = HttpMethod.Patch,
        PathTemplate = "/api/atlas/v2/groups/{groupId}/streams/{tenantName}/connections/{connectionName}",
        PathValues = new Dictionary<string, string>
        {
            ["groupId"] = DemoCredentials.AtlasGroupId,
            ["tenantName"] = DemoCredentials.AtlasWorkspace,
            ["connectionName"] = "orders-https",
        },
    };
}
