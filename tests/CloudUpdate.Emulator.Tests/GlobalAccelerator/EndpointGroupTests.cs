using CloudUpdate.Emulator.Tests.Support;

namespace CloudUpdate.Emulator.Tests.GlobalAccelerator;

internal sealed class EndpointGroupTests : EmulatorTest
{
    private const string Listener = "1b11747a-b139-492f-9692-2df0b1c87193";
    private const string Path = "/v1/endpoint-groups/3a9f50bb-f041-4eac-a117-82472d8a0007";

    [Test]
    public async Task Update_ToZeroAndEmpty_IsPendingThenActive()
    {
        var answer = await Client.SignedAsync("PUT", Path, """{"endpoint_group":{"name":"n-new","description":"","traffic_dial_percentage":0}}""");
        var pending = await Client.SignedAsync("GET", Path);
        Time.Advance(TimeSpan.FromSeconds(1));
        var active = await Client.SignedAsync("GET", Path);

        Assert.Multiple(() =>
        {
            Assert.That(answer.Status, Is.EqualTo(200));
            Assert.That((string?)answer.Json["endpoint_group"]!["status"], Is.EqualTo("PENDING"));
            Assert.That((string?)answer.Json["request_id"], Is.EqualTo(answer.Header("X-Request-Id")));
            Assert.That((string?)pending.Json["endpoint_group"]!["status"], Is.EqualTo("PENDING"));
            Assert.That((string?)active.Json["endpoint_group"]!["status"], Is.EqualTo("ACTIVE"));
            Assert.That((int?)active.Json["endpoint_group"]!["traffic_dial_percentage"], Is.Zero);
            Assert.That((string?)active.Json["endpoint_group"]!["name"], Is.EqualTo("n-new"));
            Assert.That((string?)active.Json["endpoint_group"]!["updated_at"], Is.EqualTo("2026-01-15T08:30:01.000Z"));
        });
    }

    [Test]
    public async Task Update_WhilePending_Is409()
    {
        await Client.SignedAsync("PUT", Path, """{"endpoint_group":{"traffic_dial_percentage":5}}""");

        var second = await Client.SignedAsync("PUT", Path, """{"endpoint_group":{"traffic_dial_percentage":6}}""");

        Assert.That((second.Status, (string?)second.Json["error_code"]), Is.EqualTo((409, "GA.EMU409")));
    }

    [TestCase("""{"endpoint_group":{"traffic_dial_percentage":101}}""", "traffic_dial_percentage")]
    [TestCase("""{"endpoint_group":{"traffic_dial_percentage":-1}}""", "traffic_dial_percentage")]
    [TestCase("""{"endpoint_group":{"traffic_dial_percentage":"5"}}""", "traffic_dial_percentage")]
    [TestCase("""{"endpoint_group":{"traffic_dial_percentage":5.5}}""", "traffic_dial_percentage")]
    [TestCase("""{"endpoint_group":{"name":""}}""", "name")]
    [TestCase("""{"endpoint_group":{"name":"a_b"}}""", "name")]
    [TestCase("""{"endpoint_group":{"name":"ok\n"}}""", "name")]
    [TestCase("""{"endpoint_group":{"description":"a<b"}}""", "description")]
    [TestCase("""{"endpoint_group":[]}""", "endpoint_group")]
    [TestCase("{}", "endpoint_group")]
    public async Task Update_AgainstItsConstraints_Is400AndNamesTheParameter(string body, string parameter)
    {
        var before = Server.Objects.Get(ObjectKinds.EndpointGroup, "3a9f50bb-f041-4eac-a117-82472d8a0007")!.ToString();

        var answer = await Client.SignedAsync("PUT", Path, body);

        Assert.Multiple(() =>
        {
            Assert.That(answer.Status, Is.EqualTo(400));
            Assert.That((string?)answer.Json["error_msg"], Is.EqualTo($"The parameter {parameter} is invalid."));
            Assert.That(Server.Objects.Get(ObjectKinds.EndpointGroup, "3a9f50bb-f041-4eac-a117-82472d8a0007")!.ToString(), Is.EqualTo(before));
        });
    }

    [Test]
    public async Task Create_ThenDelete_GoesThroughItsStates()
    {
        var created = await Client.SignedAsync(
            "POST", "/v1/endpoint-groups", Group("edge", "cn-south-1", Listener));
        var path = $"/v1/endpoint-groups/{created.Json["endpoint_group"]!["id"]}";
        Time.Advance(TimeSpan.FromSeconds(1));
        var active = await Client.SignedAsync("GET", path);
        var deleted = await Client.SignedAsync("DELETE", path);
        var deleting = await Client.SignedAsync("GET", path);
        Time.Advance(TimeSpan.FromSeconds(1));
        var gone = await Client.SignedAsync("GET", path);

        Assert.Multiple(() =>
        {
            Assert.That((created.Status, (string?)created.Json["endpoint_group"]!["status"]), Is.EqualTo((201, "PENDING")));
            Assert.That((int?)created.Json["endpoint_group"]!["traffic_dial_percentage"], Is.EqualTo(100));
            Assert.That((string?)active.Json["endpoint_group"]!["status"], Is.EqualTo("ACTIVE"));
            Assert.That((deleted.Status, deleted.Text), Is.EqualTo((204, "")));
            Assert.That((string?)deleting.Json["endpoint_group"]!["status"], Is.EqualTo("DELETING"));
            Assert.That((gone.Status, (string?)gone.Json["error_code"]), Is.EqualTo((404, "GA.EMU404")));
        });
    }

    [Test]
    public async Task Create_ForAListenerThatHasAGroupInTheRegion_Is409()
    {
        var answer = await Client.SignedAsync(
            "POST", "/v1/endpoint-groups", Group("b", "ap-southeast-1", Listener));

        Assert.That(answer.Status, Is.EqualTo(409));
    }

    [Test]
    public async Task Create_ForAnUnknownListener_Is404()
    {
        var answer = await Client.SignedAsync(
            "POST", "/v1/endpoint-groups", Group("b", "cn-south-1", "none"));

        Assert.That(answer.Status, Is.EqualTo(404));
    }

    [Test]
    public async Task Delete_WithEndpoints_Is409()
    {
        var answer = await Client.SignedAsync("DELETE", Path);

        Assert.That((answer.Status, (string?)answer.Json["error_code"]), Is.EqualTo((409, "GA.EMU409")));
    }

    [Test]
    public async Task Journal_AfterRequests_HoldsEachOnceWithItsBody()
    {
        await Client.SignedAsync("GET", Path);
        await Client.SignedAsync("PUT", Path, """{"endpoint_group":{"traffic_dial_percentage":5}}""");

        var entries = Server.Journal.Entries;
        Assert.Multiple(() =>
        {
            Assert.That(entries.Select(entry => entry.ToString()), Is.EqualTo(new[] { $"GET {Path} 200", $"PUT {Path} 200" }));
            Assert.That((int?)entries[1].Body!["endpoint_group"]!["traffic_dial_percentage"], Is.EqualTo(5));
            Assert.That(entries[1].Operation, Is.EqualTo("ga.updateEndpointGroup"));
            Assert.That(entries[1].Principal, Is.EqualTo("access key EMULATORACCESSKEY"));
            Assert.That(entries[1].Headers["Authorization"], Is.EqualTo("SDK-HMAC-SHA256 ***"));
            Assert.That(Server.Journal.Writes, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task Journal_NullMember_IsCounted()
    {
        await Client.SignedAsync("PUT", Path, """{"endpoint_group":{"description":null}}""");

        Assert.That(Server.Journal.Entries[0].NullMembers, Is.EqualTo(new[] { "endpoint_group.description" }));
    }

    private static string Group(string name, string region, string listener) =>
        $$$"""{"endpoint_group":{"name":"{{{name}}}","region_id":"{{{region}}}","listeners":[{"id":"{{{listener}}}"}]}}""";
}
