using CloudUpdate.Emulator.Tests.Support;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Tests.Css;

internal sealed class ConnectionTests : EmulatorTest
{
    private const string Cluster = $"/v1.0/{DemoCredentials.ProjectId}/clusters/4f3deec3-efa8-4598-bf91-560aad1377a3";
    private const string ClusterKey = DemoCredentials.ProjectId + "/4f3deec3-efa8-4598-bf91-560aad1377a3";
    private const string Path = Cluster + "/vpcepservice/connections";
    private const string First = "f132bb14-e1d5-4f25-9f7c-a29e4c8effd4";
    private const string Second = "5c1f8d0a-2b47-4a55-8f3c-9d0e6b7a1c21";
    private const string Unknown = "e02b9a64-71d3-4c0e-b6f2-3a58c4d91f07";

    [Test]
    public async Task Decide_AcceptThenReject_ShowsInTheList()
    {
        var accepted = await DecideAsync("receive", First);
        var afterAccept = await StatusAsync(First);
        var rejected = await DecideAsync("reject", First);
        var afterReject = await StatusAsync(First);

        Assert.Multiple(() =>
        {
            Assert.That((accepted.Status, accepted.Text, accepted.Header("Content-Length")), Is.EqualTo((200, "", "0")));
            Assert.That(afterAccept, Is.EqualTo("accepted"));
            Assert.That(rejected.Status, Is.EqualTo(200));
            Assert.That(afterReject, Is.EqualTo("rejected"));
        });
    }

    [Test]
    public async Task Decide_WithAnUnknownSecondEndpoint_Is412AndKeepsTheFirst()
    {
        var answer = await DecideAsync("receive", First, Unknown);

        Assert.Multiple(async () =>
        {
            Assert.That((answer.Status, (string?)answer.Json["errCode"]), Is.EqualTo((412, "CSS.EMU412")));
            Assert.That(await StatusAsync(First), Is.EqualTo("accepted"));
        });
    }

    [Test]
    public async Task Decide_WithADelay_ShowsCreatingFirst()
    {
        Server.Settings = Server.Settings with { Css = StateDelays.All(TimeSpan.FromSeconds(3)) };

        await DecideAsync("receive", First);
        var before = await StatusAsync(First);
        Time.Advance(TimeSpan.FromSeconds(3));
        var after = await StatusAsync(First);

        Assert.That((before, after), Is.EqualTo(("creating", "accepted")));
    }

    [Test]
    public async Task Decide_WithTheOlderMemberName_IsTakenToo()
    {
        var answer = await Client.SignedAsync("POST", Path, $$"""{"action":"receive","endpointIdList":["{{First}}"]}""");

        Assert.That((answer.Status, await StatusAsync(First)), Is.EqualTo((200, "accepted")));
    }

    [Test]
    public async Task Decide_Twice_IsFineUnlessRepeatsAreRefused()
    {
        await DecideAsync("receive", First);
        var again = await DecideAsync("receive", First);
        Server.Settings = Server.Settings with { CssRefusesRepeatedDecision = true };
        var strict = await DecideAsync("receive", First);

        Assert.That((again.Status, strict.Status), Is.EqualTo((200, 409)));
    }

    [TestCase("""{"action":"accept","endpoint_id_list":["f132bb14-e1d5-4f25-9f7c-a29e4c8effd4"]}""", "CSS.0001", "(action is invalid)")]
    [TestCase("""{"action":"receive","endpoint_id_list":[]}""", "CSS.0001", "(endpoint_id_list is invalid)")]
    [TestCase("""{"action":"receive","endpoint_id_list":["x"]}""", "CSS.0001", "is invalid)")]
    [TestCase("""{"action":"receive"}""", "CSS.0001", "(endpoint_id_list is invalid)")]
    [TestCase("", "CSS.0006", "The request body is empty.")]
    public async Task Decide_AgainstItsConstraints_Is400(string body, string code, string text)
    {
        var answer = await Client.SignedAsync("POST", Path, body);

        Assert.Multiple(() =>
        {
            Assert.That((answer.Status, (string?)answer.Json["errCode"]), Is.EqualTo((400, code)));
            Assert.That((string?)answer.Json["externalMessage"], Does.StartWith(code + " : ").And.EndsWith(text));
        });
    }

    [Test]
    public async Task List_WithManyConnections_PagesByOffset()
    {
        Server.Objects.Put(ObjectKinds.CssConnection, $"{ClusterKey}/{Second}", []);

        var answer = await Client.SignedAsync("GET", $"{Path}?limit=1&offset=1");

        Assert.Multiple(() =>
        {
            Assert.That((int?)answer.Json["total_count"], Is.EqualTo(2));
            Assert.That(answer.Json["connections"]!.Select(connection => (string?)connection["id"]), Is.EqualTo(new[] { Second }));
            Assert.That(answer.Json["vpcepUpdateSwitch"]!.Type, Is.EqualTo(JTokenType.String));
            Assert.That(((JObject)answer.Json["connections"]![0]!).ContainsKey("cluster_id"), Is.False);
        });
    }

    [Test]
    public async Task Service_ClosedThenOpened_IsBusyInBetween()
    {
        var closed = await Client.SignedAsync("PUT", Cluster + "/vpcepservice/close");
        var busy = await Client.SignedAsync("POST", Cluster + "/vpcepservice/open", "{}");
        Time.Advance(TimeSpan.FromSeconds(1));
        var list = await Client.SignedAsync("GET", Path);
        var opened = await Client.SignedAsync("POST", Cluster + "/vpcepservice/open", """{"endpoint_with_dns_name":true}""");
        var operating = await Client.SignedAsync("GET", Cluster);
        Time.Advance(TimeSpan.FromSeconds(1));
        var done = await Client.SignedAsync("GET", Cluster);

        Assert.Multiple(() =>
        {
            Assert.That((string?)closed.Json["action"], Is.EqualTo("deleteVpcepservice"));
            Assert.That((busy.Status, (string?)busy.Json["errCode"]), Is.EqualTo((400, "CSS.5090")));
            Assert.That((list.Status, (string?)list.Json["errCode"]), Is.EqualTo((400, "CSS.5182")));
            Assert.That((string?)opened.Json["action"], Is.EqualTo("createVpcepservice"));
            Assert.That((string?)operating.Json["status"], Is.EqualTo("100"));
            Assert.That(((string?)done.Json["status"], done.Json["actions"]!.Count()), Is.EqualTo(("200", 0)));
        });
    }

    [Test]
    public async Task Decide_OnABusyCluster_CanBeAnErrorInsideASuccess()
    {
        Server.Settings = Server.Settings with { CssBusyIs202 = true };
        Server.Objects.Change(ObjectKinds.CssCluster, ClusterKey, new JObject { ["status"] = "100" });

        var answer = await DecideAsync("receive", First);

        Assert.That((answer.Status, (string?)answer.Json["errCode"]), Is.EqualTo((202, "CSS.0011")));
    }

    [Test]
    public async Task Cluster_UnknownOrDeleted_IsNeverA404()
    {
        var unknown = await Client.SignedAsync("GET", Cluster.Replace("4f3d", "0000"));
        Server.Objects.Change(ObjectKinds.CssCluster, ClusterKey, new JObject { ["_deleted"] = true });
        var deleted = await Client.SignedAsync("GET", Cluster);
        var list = await Client.SignedAsync("GET", $"/v1.0/{DemoCredentials.ProjectId}/clusters");

        Assert.Multiple(() =>
        {
            Assert.That((unknown.Status, (string?)unknown.Json["errCode"]), Is.EqualTo((403, "CSS.0015")));
            Assert.That((deleted.Status, (string?)deleted.Json["errCode"]), Is.EqualTo((400, "CSS.0047")));
            Assert.That((int?)list.Json["totalSize"], Is.Zero);
        });
    }

    [Test]
    public async Task Token_WhereCssChecksItItself_IsA400()
    {
        Server.Settings = Server.Settings with { CssChecksTokensItself = true };

        var answer = await Client.TokenAsync("GET", Path, token: "expired");

        Assert.That((answer.Status, (string?)answer.Json["errCode"]), Is.EqualTo((400, "CSS.0045")));
    }

    [Test]
    public async Task Permissions_Sent_ReplaceTheWholeList()
    {
        await Client.SignedAsync("POST", Cluster + "/vpcepservice/permissions", """{"vpc_permissions":["aa","bb"]}""");
        var answer = await Client.SignedAsync("POST", Cluster + "/vpcepservice/permissions", """{"vpcPermissions":["cc"]}""");
        var list = await Client.SignedAsync("GET", Path);

        Assert.Multiple(() =>
        {
            Assert.That((answer.Status, answer.Text), Is.EqualTo((200, "")));
            Assert.That(list.Json["permissions"]!.Select(item => (string?)item["permission"]), Is.EqualTo(new[] { "iam:domain::cc" }));
        });
    }

    private Task<Answer> DecideAsync(string action, params string[] ids) => Client.SignedAsync(
        "POST", Path, new JObject { ["action"] = action, ["endpoint_id_list"] = new JArray(ids) }.ToString());

    private async Task<string?> StatusAsync(string id)
    {
        var list = await Client.SignedAsync("GET", Path);
        return (string?)list.Json["connections"]!.Single(connection => (string?)connection["id"] == id)["status"];
    }
}
