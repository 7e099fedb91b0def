using CloudUpdate.Emulator.Tests.Support;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Tests.Atlas;

/// <summary>Writers of one workspace that do not wait for each other.</summary>
internal sealed class OverlappingWriteTests : EmulatorTest
{
    private const int Writers = 8;

    protected override EmulatorOptions Options => base.Options with
    {
        Settings = new EmulatorSettings { AtlasCorruptsOverlappingWrites = true, AtlasWriteHold = TimeSpan.FromMilliseconds(400) },
    };

    [Test]
    public async Task Writes_ThatOverlap_UndoEachOtherAndAreMarked()
    {
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(i => CreateAsync(i)));

        Assert.Multiple(() =>
        {
            Assert.That(Created(), Has.Count.LessThan(Writers));
            Assert.That(Server.Journal.Entries.Count(entry => entry.Overlapped), Is.GreaterThan(1));
        });
    }

    [Test]
    public async Task Writes_OneAfterTheOther_AllStay()
    {
        Server.Settings = Server.Settings with { AtlasWriteHold = TimeSpan.FromMilliseconds(20) };
        for (var i = 0; i < Writers; i++)
        {
            await CreateAsync(i);
        }

        Assert.Multiple(() =>
        {
            Assert.That(Created(), Has.Count.EqualTo(Writers));
            Assert.That(Server.Journal.Entries.Any(entry => entry.Overlapped), Is.False);
        });
    }

    [Test]
    public async Task Writes_ToDifferentWorkspaces_RunTogetherWithoutHarm()
    {
        for (var i = 0; i < Writers; i++)
        {
            Server.Objects.Put(ObjectKinds.AtlasWorkspace, $"{DemoCredentials.AtlasGroupId}/w{i}", []);
        }

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(i => CreateAsync(i, $"w{i}")));

        var entries = Server.Journal.Entries;
        Assert.Multiple(() =>
        {
            Assert.That(Created(), Has.Count.EqualTo(Writers));
            Assert.That(entries.Any(entry => entry.Overlapped), Is.False);
            Assert.That(entries.Any(one => entries.Any(other => other.Arrival > one.Arrival && other.Arrival < one.Sequence)), Is.True);
        });
    }

    private Task<Answer> CreateAsync(int number, string workspace = DemoCredentials.AtlasWorkspace) => Client.SendAsync(
        "POST",
        TestClient.Connections.Replace(DemoCredentials.AtlasWorkspace, workspace),
        new JObject { ["name"] = $"c{number}", ["type"] = "Sample" }.ToString(),
        request =>
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {DemoCredentials.AtlasAccessToken}");
            request.Headers.TryAddWithoutValidation("Accept", TestClient.AtlasVersion);
        });

    private List<SeededObject> Created() => [.. Server.Objects.List(ObjectKinds.AtlasConnection).Where(item => item.Key.Contains("/c"))];
}
