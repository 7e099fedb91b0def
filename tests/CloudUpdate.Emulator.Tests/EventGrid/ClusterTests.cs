using CloudUpdate.Emulator.Tests.Support;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Tests.EventGrid;

internal sealed class ClusterTests : EmulatorTest
{
    private const string Clusters = $"/v1/{DemoCredentials.ProjectId}/eventrouter/clusters";
    private const string Path = Clusters + "/fac59513-6c18-4266-bc81-5d412dfc1925";
    private const string Key = DemoCredentials.ProjectId + "/fac59513-6c18-4266-bc81-5d412dfc1925";

    private const string CreateBody = """
        {"name":"orders-stream","description":"Moves order events","source_type":"KAFKA","sink_type":"KAFKA",
         "vpc_id":"3f0c7a5e-6f4f-4d0c-9f1b-8a2e5d7c4b10","subnet_id":"9b2d4e61-0c7a-4e35-8d19-5f6a7b8c9d02",
         "zone_names":"cn-north-4a,cn-north-4g","flavor":"small","public_access_enabled":false}
        """;

    [Test]
    public async Task Create_ThenDelete_GoesThroughItsStates()
    {
        var created = await Client.SignedAsync("POST", Clusters, CreateBody);
        var path = $"{Clusters}/{created.Json["cluster_id"]}";
        var busy = await Client.SignedAsync("PUT", path, """{"description":"too early"}""");
        Time.Advance(TimeSpan.FromSeconds(1));
        var running = await Client.SignedAsync("GET", path);
        var deleted = await Client.SignedAsync("DELETE", path);
        var deleting = await Client.SignedAsync("GET", path);
        Time.Advance(TimeSpan.FromSeconds(1));
        var gone = await Client.SignedAsync("GET", path);

        Assert.Multiple(() =>
        {
            Assert.That((created.Status, (string?)created.Json["status"]), Is.EqualTo((200, "CREATING")));
            Assert.That((busy.Status, (string?)busy.Json["error_code"]), Is.EqualTo((403, "EG.00514004")));
            Assert.That((string?)running.Json["status"], Is.EqualTo("RUNNING"));
            Assert.That((string?)running.Json["created_time"], Is.EqualTo("2026-01-15T08:30:00Z"));
            Assert.That(running.Json.ContainsKey("project_id"), Is.False);
            Assert.That((deleted.Status, (string?)deleted.Json["cluster_id"]), Is.EqualTo((200, (string?)created.Json["cluster_id"])));
            Assert.That((string?)deleting.Json["status"], Is.EqualTo("DELETING"));
            Assert.That((gone.Status, (string?)gone.Json["error_code"]), Is.EqualTo((404, "EG.00014040")));
        });
    }

    [Test]
    public async Task Update_OfNameAndDescription_StaysRunningAndClears()
    {
        var answer = await Client.SignedAsync("PUT", Path, """{"name":"orders","description":""}""");

        Assert.Multiple(() =>
        {
            Assert.That((string?)answer.Json["status"], Is.EqualTo("RUNNING"));
            Assert.That((string?)answer.Json["name"], Is.EqualTo("orders"));
            Assert.That(answer.Json["description"]!.Type, Is.EqualTo(JTokenType.Null));
        });
    }

    [Test]
    public async Task Update_ThatEnablesAndDisablesPublicAccess_IsUpdatingThenRunning()
    {
        var on = await Client.SignedAsync("PUT", Path, """{"public_access_enabled":true,"nat_id":"n-1","eip_id":"e-1"}""");
        Time.Advance(TimeSpan.FromSeconds(1));
        var running = await Client.SignedAsync("GET", Path);
        var off = await Client.SignedAsync("PUT", Path, """{"public_access_enabled":false}""");

        Assert.Multiple(() =>
        {
            Assert.That((string?)on.Json["status"], Is.EqualTo("UPDATING"));
            Assert.That((string?)running.Json["status"], Is.EqualTo("RUNNING"));
            Assert.That((string?)running.Json["eip_id"], Is.EqualTo("e-1"));
            Assert.That(off.Json["eip_id"]!.Type, Is.EqualTo(JTokenType.Null));
        });
    }

    [Test]
    public async Task Update_WithAnEipOfAnotherCluster_EndsInError()
    {
        Server.Objects.Put(ObjectKinds.EventGridCluster, $"{DemoCredentials.ProjectId}/other", new JObject { ["name"] = "other", ["eip_id"] = "e-1" });

        await Client.SignedAsync("PUT", Path, """{"public_access_enabled":true,"nat_id":"n-1","eip_id":"e-1"}""");
        Time.Advance(TimeSpan.FromSeconds(1));
        var failed = await Client.SignedAsync("GET", Path);

        Assert.That(((string?)failed.Json["status"], (string?)failed.Json["err_code"]), Is.EqualTo(("ERROR", "EMU.EIP_IN_USE")));
    }

    [TestCase("""{"name":"-orders"}""", "EG.00513000", "name")]
    [TestCase("""{"name":""}""", "EG.00513000", "name")]
    [TestCase("""{"description":5}""", "EG.00513000", "description")]
    [TestCase("""{"public_access_enabled":"true"}""", "EG.00513000", "public_access_enabled")]
    [TestCase("""{"public_access_enabled":true,"eip_id":"e"}""", "EG.00513000", "nat_id")]
    [TestCase("""{"public_access_enabled":true,"nat_id":"n"}""", "EG.00513000", "eip_id")]
    [TestCase("[]", "EG.00014000", "Bad Request")]
    [TestCase("{'name':'x'}", "EG.00014000", "Bad Request")]
    public async Task Update_AgainstItsConstraints_Is400AndChangesNothing(string body, string code, string text)
    {
        var before = Server.Objects.Get(ObjectKinds.EventGridCluster, Key)!.ToString();

        var answer = await Client.SignedAsync("PUT", Path, body);

        Assert.Multiple(() =>
        {
            Assert.That((answer.Status, (string?)answer.Json["error_code"]), Is.EqualTo((400, code)));
            Assert.That((string?)answer.Json["error_msg"], Does.EndWith(text));
            Assert.That(Server.Objects.Get(ObjectKinds.EventGridCluster, Key)!.ToString(), Is.EqualTo(before));
        });
    }

    [Test]
    public async Task Create_WithATakenName_Is400WithItsOwnCode()
    {
        var answer = await Client.SignedAsync("POST", Clusters, CreateBody.Replace("orders-stream", "cluster-ifpcv5u4"));

        Assert.That((answer.Status, (string?)answer.Json["error_code"]), Is.EqualTo((400, "EG.00513001")));
    }

    [Test]
    public async Task Create_WithDifferentSourceAndSink_Is400() => Assert.That(
        (await Client.SignedAsync("POST", Clusters, CreateBody.Replace("\"sink_type\":\"KAFKA\"", "\"sink_type\":\"DCS\""))).Status, Is.EqualTo(400));

    [Test]
    public async Task Delete_WithRunningJobs_IsRefused()
    {
        var answer = await Client.SignedAsync("DELETE", Path);

        Assert.That((answer.Status, (string?)answer.Json["error_code"]), Is.EqualTo((403, "EG.00514004")));
    }

    [Test]
    public async Task Delete_WhereDeletedClustersStay_IsAnsweredWithStatusDeleted()
    {
        Server.Settings = Server.Settings with { EventGridKeepsDeleted = true };
        Server.Objects.Change(ObjectKinds.EventGridCluster, Key, new JObject { ["job_count"] = 0 });

        await Client.SignedAsync("DELETE", Path);
        Time.Advance(TimeSpan.FromSeconds(1));
        var answer = await Client.SignedAsync("GET", Path);
        var list = await Client.SignedAsync("GET", Clusters);

        Assert.That((answer.Status, (string?)answer.Json["status"], (int)list.Json["total"]!), Is.EqualTo((200, "DELETED", 0)));
    }

    [Test]
    public async Task List_WithNameAndPage_FiltersAndCuts()
    {
        foreach (var name in new[] { "a-orders", "b-orders", "c-other" })
        {
            Server.Objects.Put(ObjectKinds.EventGridCluster, $"{DemoCredentials.ProjectId}/{name}", new JObject { ["name"] = name, ["flavor"] = "small" });
        }

        var answer = await Client.SignedAsync("GET", $"{Clusters}?fuzzy_name=orders&offset=1&limit=1");

        Assert.Multiple(() =>
        {
            Assert.That(((int?)answer.Json["total"], (int?)answer.Json["size"]), Is.EqualTo((2, 1)));
            Assert.That((string?)answer.Json["items"]![0]!["name"], Is.EqualTo("b-orders"));
        });
    }

    [Test]
    public async Task AvailabilityZones_AreNotTakenForACluster()
    {
        var answer = await Client.SignedAsync("GET", $"{Clusters}/availability-zone");

        Assert.That(answer.Json["zone_names"]!.Values<string>(), Does.Contain("cn-north-4a"));
    }

    [Test]
    public async Task Show_InAForeignProject_Is403()
    {
        var answer = await Client.SignedAsync("GET", Path.Replace(DemoCredentials.ProjectId, "7c2e9d4fb0a1483695e8d7c6b5a4f3e2"));

        Assert.That((answer.Status, (string?)answer.Json["error_code"]), Is.EqualTo((403, "EG.00014030")));
    }

    [Test]
    public async Task Show_WhereTheFlavorIsHidden_LeavesItOut()
    {
        Server.Objects.Change(ObjectKinds.EventGridCluster, Key, new JObject { ["flavor"] = "small" });
        var shown = await Client.SignedAsync("GET", Path);
        Server.Settings = Server.Settings with { EventGridHidesFlavor = true };
        var hidden = await Client.SignedAsync("GET", Path);

        Assert.That((shown.Json.ContainsKey("flavor"), hidden.Json.ContainsKey("flavor")), Is.EqualTo((true, false)));
    }
}
