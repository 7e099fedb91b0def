using CloudUpdate.Emulator.Tests.Support;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Tests.Csms;

internal sealed class EventTests : EmulatorTest
{
    private const string Events = $"/v1/{DemoCredentials.ProjectId}/csms/events";
    private const string Path = Events + "/event-test";
    private const string Key = DemoCredentials.ProjectId + "/event-test";

    private const string CreateBody = """
        {"name":"rotation-alerts","event_types":["SECRET_ROTATED","SECRET_ROTATED_FAILED"],"state":"ENABLED",
         "notification":{"target_type":"SMN","target_id":"urn:smn:cn-north-4:p:secret-alerts","target_name":"secret-alerts"}}
        """;

    [Test]
    public async Task Create_ThenShowUpdateDelete_IsDoneAtOnce()
    {
        var created = await Client.SignedAsync("POST", Events, CreateBody);
        Time.Advance(TimeSpan.FromMinutes(12));
        var updated = await Client.SignedAsync("PUT", $"{Events}/rotation-alerts", """{"state":"DISABLED"}""");
        var shown = await Client.SignedAsync("GET", $"{Events}/rotation-alerts");
        var deleted = await Client.SignedAsync("DELETE", $"{Events}/rotation-alerts");
        var gone = await Client.SignedAsync("GET", $"{Events}/rotation-alerts");

        Assert.Multiple(() =>
        {
            Assert.That(created.Status, Is.EqualTo(200));
            Assert.That((long?)created.Json["event"]!["create_time"], Is.EqualTo(1768465800000));
            Assert.That((string?)updated.Json["event"]!["state"], Is.EqualTo("DISABLED"));
            Assert.That((long?)updated.Json["event"]!["update_time"], Is.EqualTo(1768466520000));
            Assert.That(updated.Json["event"]!["notification"]!.ToString(), Is.EqualTo(created.Json["event"]!["notification"]!.ToString()));
            Assert.That(shown.Text, Is.EqualTo(updated.Text));
            Assert.That((deleted.Status, deleted.Text), Is.EqualTo((204, "")));
            Assert.That((gone.Status, (string?)gone.Json["error"]!["error_code"]), Is.EqualTo((404, "CSMS.0005")));
        });
    }

    [TestCase("""{"event_types":["SECRET_ROTATED","SECRET_ROTATED"]}""", "CSMS.0002")]
    [TestCase("""{"event_types":[]}""", "CSMS.0002")]
    [TestCase("""{"event_types":["OTHER"]}""", "CSMS.0002")]
    [TestCase("""{"event_types":"SECRET_ROTATED"}""", "CSMS.0002")]
    [TestCase("""{"state":"enabled"}""", "CSMS.0002")]
    [TestCase("""{"notification":{"target_type":"SMN","target_id":"x"}}""", "CSMS.0002")]
    [TestCase("""{"notification":"SMN"}""", "CSMS.0002")]
    [TestCase("{", "CSMS.0004")]
    [TestCase("""{"state":"ENABLED"} x""", "CSMS.0004")]
    public async Task Update_AgainstItsConstraints_Is400AndChangesNothing(string body, string code)
    {
        var before = Server.Objects.Get(ObjectKinds.CsmsEvent, Key)!.ToString();

        var answer = await Client.SignedAsync("PUT", Path, body);

        Assert.Multiple(() =>
        {
            Assert.That((answer.Status, (string?)answer.Json["error"]!["error_code"]), Is.EqualTo((400, code)));
            Assert.That(Server.Objects.Get(ObjectKinds.CsmsEvent, Key)!.ToString(), Is.EqualTo(before));
        });
    }

    [Test]
    public async Task Update_WithUnknownMembers_IgnoresThem()
    {
        var answer = await Client.SignedAsync("PUT", Path, """{"state":"DISABLED","name":"other","event_id":"x"}""");

        Assert.That(((string?)answer.Json["event"]!["name"], (string?)answer.Json["event"]!["state"]), Is.EqualTo(("event-test", "DISABLED")));
    }

    [Test]
    public async Task Create_WithATakenName_Is400() => Assert.That(
        (await Client.SignedAsync("POST", Events, CreateBody.Replace("rotation-alerts", "event-test"))).Status, Is.EqualTo(400));

    [Test]
    public async Task Delete_WhileASecretSubscribes_IsRefused()
    {
        Server.Objects.Put(ObjectKinds.CsmsSecret, $"{DemoCredentials.ProjectId}/db", new JObject { ["event_subscriptions"] = new JArray("event-test") });
        var refused = await Client.SignedAsync("DELETE", Path);
        Server.Objects.Remove(ObjectKinds.CsmsSecret, $"{DemoCredentials.ProjectId}/db");
        var deleted = await Client.SignedAsync("DELETE", Path);

        Assert.That((refused.Status, deleted.Status), Is.EqualTo((400, 204)));
    }

    [Test]
    public async Task Show_OfAMissingEventWhereThatIs400_HasTheSameBody()
    {
        Server.Settings = Server.Settings with { CsmsMissingEventIs400 = true };

        var answer = await Client.SignedAsync("GET", $"{Events}/none");

        Assert.That((answer.Status, (string?)answer.Json["error"]!["error_code"]), Is.EqualTo((400, "CSMS.0005")));
    }

    [Test]
    public async Task Show_WhereTypesAreReordered_HasThemInAnotherOrder()
    {
        await Client.SignedAsync("POST", Events, CreateBody);
        Server.Settings = Server.Settings with { CsmsReordersEventTypes = true };

        var answer = await Client.SignedAsync("GET", $"{Events}/rotation-alerts");

        Assert.That(answer.Json["event"]!["event_types"]!.Values<string>(), Is.EqualTo(new[] { "SECRET_ROTATED_FAILED", "SECRET_ROTATED" }));
    }

    [Test]
    public async Task List_WithLimitAndMarker_PagesToTheEnd()
    {
        await Client.SignedAsync("POST", Events, CreateBody);
        var first = await Client.SignedAsync("GET", $"{Events}?limit=1");
        var second = await Client.SignedAsync("GET", $"{Events}?limit=1&marker={first.Json["page_info"]!["next_marker"]}");

        Assert.Multiple(() =>
        {
            Assert.That((string?)first.Json["events"]![0]!["name"], Is.EqualTo("event-test"));
            Assert.That((string?)second.Json["events"]![0]!["name"], Is.EqualTo("rotation-alerts"));
            Assert.That((string?)second.Json["page_info"]!["next_marker"], Is.Empty);
        });
    }

    [Test]
    public async Task Show_WithABadToken_IsRefusedFlatByTheGateway()
    {
        var answer = await Client.TokenAsync("GET", Path, token: "x");

        Assert.That((answer.Status, (string?)answer.Json["error_code"]), Is.EqualTo((401, "APIGW.0301")));
    }

    [Test]
    public async Task Update_WithoutJsonContentType_Is415() => Assert.That(
        (await Client.SendAsync("PUT", Path, "{}", request => request.Headers.Add("X-Auth-Token", DemoCredentials.AuthToken), "text/plain")).Status,
        Is.EqualTo(415));
}
