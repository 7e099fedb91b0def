using CloudUpdate.Emulator.Tests.Support;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Tests.Control;

internal sealed class ControlRouteTests : EmulatorTest
{
    private const string Event = $"/v1/{DemoCredentials.ProjectId}/csms/events/event-test";
    private const string EventObject = $"/_emulator/objects/kms.event/{DemoCredentials.ProjectId}/event-test";
    private const string Kafka = $"/_emulator/objects/atlas.connection/{DemoCredentials.AtlasGroupId}/{DemoCredentials.AtlasWorkspace}/orders-kafka";

    [Test]
    public async Task Object_ChangedBehindTheBack_IsReadByTheCloudsCallers()
    {
        var changed = await SendAsync("PATCH", EventObject, """{"state":"DISABLED","notification":{"target_name":"other"}}""");
        var read = await Client.SignedAsync("GET", Event);

        Assert.Multiple(() =>
        {
            Assert.That(changed.Status, Is.EqualTo(200));
            Assert.That((string?)read.Json["event"]!["state"], Is.EqualTo("DISABLED"));
            Assert.That((string?)read.Json["event"]!["notification"]!["target_name"], Is.EqualTo("other"));
            Assert.That((string?)read.Json["event"]!["notification"]!["target_type"], Is.EqualTo("SMN"));
        });
    }

    [Test]
    public async Task Object_PutAndDeleted_ComesAndGoes()
    {
        var put = await SendAsync("PUT", EventObject.Replace("event-test", "new"), """{"state":"ENABLED"}""");
        var there = await Client.SignedAsync("GET", Event.Replace("event-test", "new"));
        var deleted = await SendAsync("DELETE", EventObject.Replace("event-test", "new"));
        var gone = await SendAsync("DELETE", EventObject.Replace("event-test", "new"));

        Assert.That((put.Status, there.Status, deleted.Status, gone.Status), Is.EqualTo((200, 200, 204, 404)));
    }

    [Test]
    public async Task Objects_OverHttp_HaveTheirSecretsMasked()
    {
        var one = await SendAsync("GET", Kafka);
        var all = await SendAsync("GET", "/_emulator/objects");

        Assert.Multiple(() =>
        {
            Assert.That((string?)one.Json["authentication"]!["password"], Is.EqualTo("***"));
            Assert.That(all.Json["objects"]!.Count(), Is.EqualTo(Server.Objects.List().Count));
            foreach (var secret in new[]
            {
                "emulated-kafka-password", "emulated-hook-token", "emulated-registry-password", DemoCredentials.SecretKey, DemoCredentials.Password,
                DemoCredentials.AuthToken, DemoCredentials.AtlasClientSecret, DemoCredentials.AtlasPrivateKey, DemoCredentials.AtlasAccessToken,
                DemoCredentials.IdToken,
            })
            {
                Assert.That(all.Text, Does.Not.Contain($"\"{secret}\""));
            }
        });
    }

    [Test]
    public async Task Journal_OverHttp_HasMaskedBodiesAndCanBeContinued()
    {
        await Client.AtlasAsync("PATCH", "/orders-kafka", """{"type":"Kafka","authentication":{"mechanism":"PLAIN","username":"u","password":"very-secret"}}""");
        var first = await SendAsync("GET", "/_emulator/journal");
        var last = (long)first.Json["entries"]![0]!["sequence"]!;
        await Client.SignedAsync("GET", Event);
        var second = await SendAsync("GET", $"/_emulator/journal?after={last}");
        await SendAsync("DELETE", "/_emulator/journal");
        var empty = await SendAsync("GET", "/_emulator/journal");

        Assert.Multiple(() =>
        {
            Assert.That(first.Text, Does.Not.Contain("very-secret").And.Not.Contain(DemoCredentials.AtlasAccessToken));
            Assert.That((string?)first.Json["entries"]![0]!["body"]!["authentication"]!["password"], Is.EqualTo("***"));
            Assert.That((string?)first.Json["entries"]![0]!["headers"]!["Authorization"], Is.EqualTo("Bearer ***"));
            Assert.That(second.Json["entries"]!.Select(entry => (string?)entry["operation"]), Is.EqualTo(new[] { "kms.getEvent" }));
            Assert.That(empty.Json["entries"]!.Count(), Is.Zero);
        });
    }

    [Test]
    public async Task Time_Advanced_MovesStates()
    {
        await Client.SignedAsync("PUT", "/v1/endpoint-groups/3a9f50bb-f041-4eac-a117-82472d8a0007", """{"endpoint_group":{"traffic_dial_percentage":1}}""");
        var answer = await SendAsync("POST", "/_emulator/time", """{"advanceSeconds":1.5}""");
        var group = await SendAsync("GET", "/_emulator/objects/ga.endpointGroup/3a9f50bb-f041-4eac-a117-82472d8a0007");
        var negative = await SendAsync("POST", "/_emulator/time", """{"advanceSeconds":-1}""");

        Assert.Multiple(() =>
        {
            Assert.That((string?)answer.Json["now"], Is.EqualTo("2026-01-15T08:30:01.500Z"));
            Assert.That((string?)group.Json["status"], Is.EqualTo("ACTIVE"));
            Assert.That(negative.Status, Is.EqualTo(400));
        });
    }

    [Test]
    public async Task Fault_AddedOverHttp_StrikesAndCanBeRemoved()
    {
        var added = await SendAsync(
            "POST", "/_emulator/faults", """{"operation":"kms.*","status":503,"headers":{"Retry-After":"3"},"delay":0,"point":"beforeEffect"}""");
        var hit = await Client.SignedAsync("GET", Event);
        var list = await SendAsync("GET", "/_emulator/faults");
        var removed = await SendAsync("DELETE", $"/_emulator/faults/{added.Json["id"]}");
        var missed = await Client.SignedAsync("GET", Event);

        Assert.Multiple(() =>
        {
            Assert.That((added.Status, hit.Status, hit.Header("Retry-After")), Is.EqualTo((201, 503, "3")));
            Assert.That((int?)list.Json["faults"]![0]!["hits"], Is.EqualTo(1));
            Assert.That((removed.Status, missed.Status), Is.EqualTo((204, 200)));
        });
    }

    [Test]
    public async Task Settings_Patched_ChangeWhatIsNamedAndNothingElse()
    {
        var before = Server.Settings;
        var answer = await SendAsync("PATCH", "/_emulator/settings", """{"atlasReadLag":2.5,"cssBusyIs202":true,"eventGrid":{"updating":7}}""");

        Assert.Multiple(() =>
        {
            Assert.That((double?)answer.Json["atlasReadLag"], Is.EqualTo(2.5));
            Assert.That(Server.Settings, Is.EqualTo(before with
            {
                AtlasReadLag = TimeSpan.FromSeconds(2.5),
                CssBusyIs202 = true,
                EventGrid = before.EventGrid with { Updating = TimeSpan.FromSeconds(7) },
            }));
        });
    }

    [Test]
    public async Task Reset_AfterChanges_IsBackAtTheStart()
    {
        var before = (await SendAsync("GET", "/_emulator/objects/eg.cluster")).Text;
        await SendAsync("PATCH", EventObject, """{"state":"DISABLED"}""");
        await SendAsync("POST", "/_emulator/faults", """{"status":500}""");
        await SendAsync("PATCH", "/_emulator/settings", """{"strictPatterns":true}""");

        var answer = await SendAsync("POST", "/_emulator/reset", null);

        Assert.Multiple(async () =>
        {
            Assert.That(answer.Status, Is.EqualTo(204));
            Assert.That((await SendAsync("GET", "/_emulator/objects/eg.cluster")).Text, Is.EqualTo(before));
            Assert.That((string?)Server.Objects.Get(ObjectKinds.CsmsEvent, $"{DemoCredentials.ProjectId}/event-test")!["state"], Is.EqualTo("ENABLED"));
            Assert.That((Server.Faults.All.Count, Server.Settings.StrictPatterns), Is.EqualTo((0, false)));
        });
    }

    [Test]
    public async Task Seed_PostedAsADocument_AddsItsObjects()
    {
        var answer = await SendAsync(
            "POST", "/_emulator/objects", """{"objects":[{"kind":"ga.accelerator","key":"a"},{"kind":"ga.listener","key":"l","data":{"accelerator_id":"a"}}]}""");

        Assert.That(((int?)answer.Json["objects"], (string?)Server.Objects.Get(ObjectKinds.Listener, "l")!["protocol"]), Is.EqualTo((2, "TCP")));
    }

    [TestCase("PUT", "/_emulator/objects/none/x", "{}", 400)]
    [TestCase("PUT", "/_emulator/objects/kms.event/only-one-part", "{}", 400)]
    [TestCase("PUT", "/_emulator/objects/kms.event", "{}", 400)]
    [TestCase("DELETE", "/_emulator/objects/kms.event", null, 404)]
    [TestCase("PATCH", "/_emulator/objects/ga.listener/none", "{}", 404)]
    [TestCase("GET", "/_emulator/objects/ga.listener/none", null, 404)]
    [TestCase("POST", "/_emulator/faults", """{"sttus":500}""", 400)]
    [TestCase("POST", "/_emulator/faults", """{"status":"x"}""", 400)]
    [TestCase("POST", "/_emulator/faults", """{"delay":"x"}""", 400)]
    [TestCase("POST", "/_emulator/faults", """{"every":0}""", 400)]
    [TestCase("POST", "/_emulator/faults", "[]", 400)]
    [TestCase("PATCH", "/_emulator/settings", """{"unknown":true}""", 400)]
    [TestCase("POST", "/_emulator/objects", """{"objects":[{"kind":"none","key":"x"}]}""", 400)]
    [TestCase("POST", "/_emulator/time", "{}", 400)]
    [TestCase("GET", "/_emulator/none", null, 404)]
    [TestCase("DELETE", "/_emulator/faults/99", null, 404)]
    public async Task Route_WithAMistake_SaysSo(string method, string path, string? body, int status)
    {
        var answer = await SendAsync(method, path, body);

        Assert.That(answer.Status, Is.EqualTo(status), answer.Text);
        Assert.That((string?)answer.Json["error"], Is.Not.Empty);
    }

    [Test]
    public async Task Route_WithAnotherContentType_IsRefused() => Assert.That(
        (await Client.SendAsync("POST", "/_emulator/faults", """{"status":500}""", contentType: "text/plain")).Status, Is.EqualTo(415));

    [Test]
    public async Task ControlCalls_AreNotInTheJournal()
    {
        await SendAsync("GET", "/_emulator/objects");
        await SendAsync("GET", "/");

        Assert.That(Server.Journal.Entries, Is.Empty);
    }

    [Test]
    public void Objects_PutWithParsedDates_KeepThemAsTexts()
    {
        Server.Objects.Put(ObjectKinds.EndpointGroup, "g", JObject.Parse("""{"created_at":"2019-01-08T01:21:37.151Z"}"""));

        Assert.That(Server.Objects.Get(ObjectKinds.EndpointGroup, "g")!["created_at"]!.Type, Is.EqualTo(JTokenType.String));
    }

    private Task<Answer> SendAsync(string method, string path, string? body = null) => Client.SendAsync(method, path, body);
}
