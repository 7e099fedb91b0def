using CloudUpdate.Emulator.Tests.Support;

namespace CloudUpdate.Emulator.Tests.Control;

internal sealed class JournalTests : EmulatorTest
{
    protected override EmulatorOptions Options => base.Options with { JournalLimit = 8 };

    [Test]
    public async Task Journal_PastItsLimit_ForgetsTheOldestAndCountsOn()
    {
        for (var i = 0; i < 30; i++)
        {
            await Client.TokenAsync("GET", $"/v1/endpoint-groups?limit={i + 1}");
        }

        var entries = Server.Journal.Entries;
        Assert.Multiple(() =>
        {
            Assert.That(entries, Has.Count.InRange(8, 9));
            Assert.That(entries[^1].Path, Is.EqualTo("/v1/endpoint-groups?limit=30"));
            Assert.That(entries[^1].Sequence, Is.EqualTo(60));
        });
    }

    [Test]
    public async Task Entry_OfARequest_HasItsTimesOnTheEmulatorsClock()
    {
        await Client.TokenAsync("GET", "/v1/endpoint-groups");
        Time.Advance(TimeSpan.FromSeconds(3));
        await Client.TokenAsync("GET", "/v1/endpoint-groups");

        var times = Server.Journal.Entries.Select(entry => entry.ReceivedAt).ToList();
        Assert.That(times[1] - times[0], Is.EqualTo(TimeSpan.FromSeconds(3)));
    }

    [Test]
    public async Task Entry_OfASecretBody_KeepsItRawInCSharpOnly()
    {
        await Client.AtlasAsync("PATCH", "/orders-kafka", """{"type":"Kafka","authentication":{"mechanism":"PLAIN","username":"u","password":"p-1"},"config":{"sasl.Password":"p-1"}}""");

        var entry = Server.Journal.Entries.Single();
        Assert.Multiple(() =>
        {
            Assert.That(System.Text.Encoding.UTF8.GetString(entry.RawBody.Span), Does.Contain("p-1"));
            Assert.That(entry.Body!.ToString(), Does.Not.Contain("p-1"));
            Assert.That((string?)entry.Body["authentication"]!["username"], Is.EqualTo("u"));
        });
    }
}
