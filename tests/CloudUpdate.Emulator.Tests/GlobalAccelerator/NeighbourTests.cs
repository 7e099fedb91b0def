using CloudUpdate.Emulator.Tests.Support;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Tests.GlobalAccelerator;

/// <summary>Accelerators, listeners, endpoints and health checks: what endpoint groups hang on and what hangs on them.</summary>
internal sealed class NeighbourTests : EmulatorTest
{
    private const string Groups = "/v1/endpoint-groups";
    private const string Group = "3a9f50bb-f041-4eac-a117-82472d8a0007";
    private const string Listener = "1b11747a-b139-492f-9692-2df0b1c87193";
    private const string Accelerator = "6f0b2b9e-8a55-4d0e-9d4e-2b7a6c1f3e58";

    private static readonly object[][] Neighbours =
    [
        ["accelerator", "/v1/accelerators", """{"accelerator":{"name":"a","ip_sets":[{"ip_type":"IPV4","area":"OUTOFCM"}]}}""", """{"accelerator":{"name":"b"}}""", "name", "b"],
        ["listener", "/v1/listeners", """{"listener":{"name":"a","protocol":"UDP","port_ranges":[{"from_port":1,"to_port":65535}],"accelerator_id":"6f0b2b9e-8a55-4d0e-9d4e-2b7a6c1f3e58"}}""", """{"listener":{"client_affinity":"SOURCE_IP"}}""", "client_affinity", "SOURCE_IP"],
        ["endpoint", $"{Groups}/{Group}/endpoints", """{"endpoint":{"resource_id":"r","resource_type":"EIP","ip_address":"203.0.113.11"}}""", """{"endpoint":{"weight":0}}""", "weight", "0"],
        ["health_check", "/v1/health-checks", """{"health_check":{"endpoint_group_id":"3a9f50bb-f041-4eac-a117-82472d8a0007","protocol":"TCP","port":80,"interval":10,"timeout":5,"max_retries":3,"enabled":true}}""", """{"health_check":{"enabled":false}}""", "enabled", "False"],
    ];

    [TestCaseSource(nameof(Neighbours))]
    public async Task Neighbour_CreatedUpdatedDeleted_GoesThroughItsStates(string noun, string path, string create, string update, string member, string value)
    {
        var created = await Client.SignedAsync("POST", path, create);
        var one = $"{path}/{created.Json[noun]!["id"]}";
        Time.Advance(TimeSpan.FromSeconds(1));
        var updated = await Client.SignedAsync("PUT", one, update);
        Time.Advance(TimeSpan.FromSeconds(1));
        var active = await Client.SignedAsync("GET", one);
        var deleted = await Client.SignedAsync("DELETE", one);
        Time.Advance(TimeSpan.FromSeconds(1));
        var gone = await Client.SignedAsync("GET", one);

        Assert.Multiple(() =>
        {
            Assert.That((created.Status, (string?)created.Json[noun]!["status"]), Is.EqualTo((201, "PENDING")), created.Text);
            Assert.That((updated.Status, (string?)updated.Json[noun]!["status"]), Is.EqualTo((200, "PENDING")), updated.Text);
            Assert.That(((string?)active.Json[noun]!["status"], active.Json[noun]![member]!.ToString()), Is.EqualTo(("ACTIVE", value)));
            Assert.That((deleted.Status, gone.Status), Is.EqualTo((204, 404)));
        });
    }

    [TestCase("/v1/accelerators/" + Accelerator)]
    [TestCase("/v1/listeners/" + Listener)]
    public async Task Neighbour_ThatSomethingHangsOn_CannotBeDeleted(string path) =>
        Assert.That((await Client.SignedAsync("DELETE", path)).Status, Is.EqualTo(409));

    [TestCase("/v1/listeners", """{"listener":{"name":"a","protocol":"TCP","port_ranges":[{"from_port":1,"to_port":1}],"accelerator_id":"none"}}""", 404)]
    [TestCase("/v1/listeners", """{"listener":{"name":"a","protocol":"TCP","port_ranges":[{"from_port":0,"to_port":1}],"accelerator_id":"x"}}""", 400)]
    [TestCase("/v1/listeners", """{"listener":{"name":"a","protocol":"TCP","port_ranges":[],"accelerator_id":"x"}}""", 400)]
    [TestCase(Groups + "/none/endpoints", """{"endpoint":{"resource_id":"r","resource_type":"EIP","ip_address":"203.0.113.11"}}""", 404)]
    [TestCase(Groups + "/" + Group + "/endpoints", """{"endpoint":{"resource_id":"r","resource_type":"OTHER","ip_address":"203.0.113.11"}}""", 400)]
    [TestCase("/v1/health-checks", """{"health_check":{"endpoint_group_id":"none","protocol":"TCP","port":80,"interval":10,"timeout":5,"max_retries":3,"enabled":true}}""", 404)]
    public async Task Neighbour_OfNothing_IsRefused(string path, string body, int status) =>
        Assert.That((await Client.SignedAsync("POST", path, body)).Status, Is.EqualTo(status));

    [Test]
    public async Task List_Paged_GoesForwardByMarkerAndBack()
    {
        foreach (var id in new[] { "a", "b", "c" })
        {
            Server.Objects.Put(ObjectKinds.EndpointGroup, id, new JObject { ["name"] = id, ["listeners"] = new JArray(new JObject { ["id"] = "shared" }) });
        }

        var query = Groups + "?listener_id=shared&limit=2";
        var first = await Client.SignedAsync("GET", query);
        var second = await Client.SignedAsync("GET", $"{query}&marker={first.Json["page_info"]!["next_marker"]}");
        var back = await Client.SignedAsync("GET", $"{query}&marker=c&page_reverse=true");
        var named = await Client.SignedAsync("GET", Groups + "?name=b");

        Assert.Multiple(() =>
        {
            Assert.That(Names(first), Is.EqualTo(new[] { "a", "b" }));
            Assert.That((int?)first.Json["page_info"]!["current_count"], Is.EqualTo(2));
            Assert.That(Names(second), Is.EqualTo(new[] { "c" }));
            Assert.That((string?)second.Json["page_info"]!["next_marker"], Is.Empty);
            Assert.That(Names(back), Is.EqualTo(new[] { "a", "b" }));
            Assert.That(Names(named), Is.EqualTo(new[] { "b" }));
        });
    }

    [Test]
    public async Task Object_OfAnotherAccount_IsNotThere()
    {
        Server.Objects.Change(ObjectKinds.EndpointGroup, Group, new JObject { ["domain_id"] = "5b1f0c7de2a94d3c86f7a0b9c8d7e6f5" });

        var one = await Client.SignedAsync("GET", $"{Groups}/{Group}");
        var list = await Client.SignedAsync("GET", Groups);

        Assert.That((one.Status, list.Json["endpoint_groups"]!.Count()), Is.EqualTo((404, 0)));
    }

    [Test]
    public async Task Regions_NameWhereGroupsCanBe()
    {
        var answer = await Client.SignedAsync("GET", "/v1/regions");

        Assert.That(answer.Json["regions"]!.Select(region => (string?)region["region_id"]), Does.Contain("ap-southeast-1"));
    }

    private static IEnumerable<string?> Names(Answer answer) => answer.Json["endpoint_groups"]!.Select(group => (string?)group["name"]);
}
