using CloudUpdate.Emulator;

namespace CloudUpdate.EndToEnd.Tests.Examples;

/// <summary>What is expected of each example.</summary>
internal static class Expectations
{
    private const string Group = "3a9f50bb-f041-4eac-a117-82472d8a0007";
    private const string Cluster = DemoCredentials.ProjectId + "/fac59513-6c18-4266-bc81-5d412dfc1925";
    private const string Event = DemoCredentials.ProjectId + "/event-test";
    private const string Endpoint = "f132bb14-e1d5-4f25-9f7c-a29e4c8effd4";
    private const string Topic = "urn:smn:cn-north-4:" + DemoCredentials.ProjectId + ":secret-alerts";
    private const string Kafka = DemoCredentials.AtlasGroupId + "/" + DemoCredentials.AtlasWorkspace + "/orders-kafka";

    public static IReadOnlyDictionary<string, Expectation> All { get; } = new Dictionary<string, Expectation>
    {
        ["EventStreamCluster/Adopt"] = new()
        {
            Changed =
            [
                new(ObjectKinds.EventGridCluster, Cluster, "public_access_enabled", true),
                new(ObjectKinds.EventGridCluster, Cluster, "description", "Orders of all shops, open to partners"),
            ],
            Outputs = """{ "name": "cluster-ifpcv5u4", "status": "RUNNING" }""",
        },
        ["EventStreamCluster/Create"] = new()
        {
            Created = [ObjectKinds.EventGridCluster],
            Outputs = """{ "status": "RUNNING" }""",
        },
        ["EndpointGroup/Adopt"] = new()
        {
            Changed = [new(ObjectKinds.EndpointGroup, Group, "traffic_dial_percentage", 5)],
            Outputs = """{ "region": "ap-southeast-1", "trafficDial": 5 }""",
        },
        ["EndpointGroup/Create"] = new()
        {
            Created = [ObjectKinds.EndpointGroup],
            Outputs = """{ "status": "ACTIVE" }""",
        },
        ["EventNotification/Adopt"] = new()
        {
            Changed = [new(ObjectKinds.CsmsEvent, Event, "notification.target_id", Topic, Destroyed: Topic)],
            Outputs = """{ "eventTypes": ["SECRET_VERSION_EXPIRED"], "state": "ENABLED" }""",
        },
        ["EventNotification/Create"] = new()
        {
            Created = [ObjectKinds.CsmsEvent],
            Outputs = """{ "eventName": "secret-rotation", "state": "ENABLED" }""",
        },
        ["VpcEndpointConnection/Adopt"] = new()
        {
            Changed =
            [
                new(
                    ObjectKinds.CssConnection,
                    $"{DemoCredentials.ProjectId}/4f3deec3-efa8-4598-bf91-560aad1377a3/{Endpoint}",
                    "status",
                    "accepted",
                    Destroyed: "accepted"),
            ],
            Outputs = $$"""{ "connections": { "{{Endpoint}}": "accepted" } }""",
        },
        ["StreamConnection/Adopt"] = new()
        {
            Changed = [new(ObjectKinds.AtlasConnection, Kafka, "bootstrapServers", "b-1.new.example.net:9096,b-2.new.example.net:9096")],
            Outputs = """{ "bootstrapServers": "b-1.new.example.net:9096,b-2.new.example.net:9096", "state": "READY" }""",
            Secrets = ["emulated-kafka-password", DemoCredentials.AtlasClientSecret],
        },
        ["StreamConnection/Create"] = new()
        {
            Created = [ObjectKinds.AtlasConnection],
            Outputs = """{ "url": "https://hooks.example.net/alerts", "headers": "[secret]" }""",
            Secrets = ["demo-alert-token", DemoCredentials.AtlasClientSecret],
        },
        ["Fleet"] = new()
        {
            Created =
            [
                ObjectKinds.AtlasConnection,
                ObjectKinds.EventGridCluster,
                ObjectKinds.EventGridCluster,
                ObjectKinds.EndpointGroup,
                ObjectKinds.EndpointGroup,
            ],
            Outputs = """{ "traffic": { "ap-southeast-3": "20 %", "cn-north-4": "100 %" }, "alertHeaders": "[secret]" }""",
            Secrets = ["demo-alert-token", DemoCredentials.SecretKey, DemoCredentials.AtlasClientSecret],
        },
        ["UnitTested/Infrastructure"] = new()
        {
            Changed = [new(ObjectKinds.EndpointGroup, Group, "traffic_dial_percentage", 5)],
            Outputs = """{ "summary": "ap-southeast-1 takes 5 % of its traffic" }""",
        },
        ["Import"] = new()
        {
            Changed = [new(ObjectKinds.EndpointGroup, Group, "traffic_dial_percentage", 90, Destroyed: 90)],
            Outputs = """{ "storefrontOwnership": "Adopted", "expiryOwnership": "Adopted" }""",
        },
    };
}
