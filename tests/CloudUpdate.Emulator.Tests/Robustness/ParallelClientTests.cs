using CloudUpdate.Emulator.Tests.Support;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Tests.Robustness;

internal sealed class ParallelClientTests : EmulatorTest
{
    private const int Clients = 200;
    private const int RequestsOfEach = 5;
    private const string Path = $"/v1/{DemoCredentials.ProjectId}/csms/events/event-test";
    private const string Key = DemoCredentials.ProjectId + "/event-test";

    [Test]
    public async Task TwoHundredClients_OnOneObject_LeaveWhatAReplayOfTheJournalLeaves()
    {
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(UseAsync));

        var entries = Server.Journal.Entries;
        var writes = entries.Where(entry => entry.IsWrite).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(entries, Has.Count.EqualTo(2 * Clients * RequestsOfEach));
            Assert.That(writes.Select(entry => (string)entry.Body!["notification"]!["target_name"]!), Is.Unique);
            Assert.That(writes, Has.Count.EqualTo(Clients * RequestsOfEach));
            Assert.That(entries.Select(entry => entry.Sequence), Is.Ordered.And.Unique);
        });
        Assert.That(await ReplayAsync(writes), Is.EqualTo(Server.Objects.Get(ObjectKinds.CsmsEvent, Key)!.ToString()));
    }

    [Test]
    public async Task TwoHundredClients_OnAnObjectThatRefusesOverlaps_AreAnsweredAsAReplayAnswersThem()
    {
        const string Group = "/v1/endpoint-groups/3a9f50bb-f041-4eac-a117-82472d8a0007";
        var answers = await Task.WhenAll(Enumerable.Range(0, Clients).Select(i => Client.TokenAsync(
            "PUT", Group, new JObject { ["endpoint_group"] = new JObject { ["name"] = $"name-{i}", ["traffic_dial_percentage"] = i % 101 } }.ToString())));

        var winner = Server.Journal.Entries.Single(entry => entry.Status == 200);
        Assert.Multiple(() =>
        {
            Assert.That(answers.Count(answer => answer.Status == 200), Is.EqualTo(1));
            Assert.That(answers.Count(answer => answer.Status == 409), Is.EqualTo(Clients - 1));
            Assert.That(winner, Is.SameAs(Server.Journal.Entries[0]));
            Assert.That(
                (string?)Server.Objects.Get(ObjectKinds.EndpointGroup, "3a9f50bb-f041-4eac-a117-82472d8a0007")!["name"],
                Is.EqualTo((string?)winner.Body!["endpoint_group"]!["name"]));
        });
    }

    /// <summary>One client: each write changes another member, so that the order of writes shows in the result.</summary>
    private async Task UseAsync(int number)
    {
        using var client = new TestClient(Server);
        for (var i = 0; i < RequestsOfEach; i++)
        {
            var body = new JObject { ["notification"] = new JObject { ["target_type"] = "SMN", ["target_id"] = "x", ["target_name"] = $"{number}-{i}" } };
            if ((number + i) % 3 == 0)
            {
                body["state"] = number % 2 == 0 ? "DISABLED" : "ENABLED";
            }

            var write = await client.TokenAsync("PUT", Path, body.ToString());
            var read = await client.TokenAsync("GET", Path);
            Assert.That((write.Status, read.Status), Is.EqualTo((200, 200)));
        }
    }

    private async Task<string> ReplayAsync(IEnumerable<JournalEntry> writes)
    {
        await using var other = await EmulatorServer.StartAsync(Options, TestContext.CurrentContext.CancellationToken);
        using var client = new TestClient(other);
        foreach (var entry in writes)
        {
            await client.TokenAsync(entry.Method, entry.Path, System.Text.Encoding.UTF8.GetString(entry.RawBody.Span));
        }

        return other.Objects.Get(ObjectKinds.CsmsEvent, Key)!.ToString();
    }
}
