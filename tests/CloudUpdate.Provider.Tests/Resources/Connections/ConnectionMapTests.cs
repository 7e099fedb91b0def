using CloudUpdate.Emulator;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>The settings of a Kafka client and the headers of a call: maps that are managed as a whole.</summary>
[TestFixture("Kafka", "config", false)]
[TestFixture("Kafka", "config", true)]
[TestFixture("Https", "headers", false)]
[TestFixture("Https", "headers", true)]
public sealed class ConnectionMapTests(string type, string map, bool cloudAnswersEmptyMaps)
{
    private static readonly PropertyMap s_two = Bag.Of(("first.key", "one"), ("second.key", "two"));

    private readonly ResourceCase _case = ConnectionCases.All.Single(candidate => candidate.Kind == type);

    private string Name => _case.Creation!.Text("connectionName");

    [Test]
    public async Task Update_EntryRemovedAndEntryChanged_LeavesNoneOfTheOld()
    {
        await using var bench = await StartAsync();
        var thing = bench.Resource(_case.Token);
        await thing.UpAsync(Stating(s_two));

        var up = await thing.UpAsync(Stating(Bag.Of(("second.key", "2"), ("third.key", "three"))));

        Assert.Multiple(() =>
        {
            Assert.That(up.Details, Is.EqualTo(new[] { $"{map}[\"first.key\"] Delete", $"{map}[\"second.key\"] Update", $"{map}[\"third.key\"] Add" }));
            Assert.That(bench.Stored(Name)[map], Is.EqualTo(JObject.Parse("""{ "second.key": "2", "third.key": "three" }""")).Using<JToken>(JToken.DeepEquals));
        });
    }

    [Test]
    public async Task Update_Emptied_IsSentAsAnEmptyObjectAndSettles()
    {
        await using var bench = await StartAsync();
        var thing = bench.Resource(_case.Token);
        await thing.UpAsync(Stating(s_two));

        var up = await thing.UpAsync(Stating(PropertyMap.Empty));
        var again = await thing.UpAsync(Stating(PropertyMap.Empty));
        var refreshed = await thing.RefreshAsync();

        Assert.Multiple(() =>
        {
            Assert.That(up.Details, Is.EqualTo(new[] { $"{map}[\"first.key\"] Delete", $"{map}[\"second.key\"] Delete" }));
            Assert.That(bench.Sent[^1][map], Is.EqualTo(new JObject()).Using<JToken>(JToken.DeepEquals));
            Assert.That(bench.Stored(Name)[map]?.HasValues ?? false, Is.False);
            Assert.That(again.Op, Is.EqualTo(Op.Same));
            Assert.That(refreshed!.DetailedDiff, Is.Empty);
        });
    }

    [Test]
    public async Task Update_EmptyWhereThereIsNone_IsNoDiffAndNoRequest()
    {
        await using var bench = await StartAsync();
        var thing = bench.Resource(_case.Token);
        await thing.UpAsync(_case.Creation!);
        bench.Emulator.Journal.Clear();

        var up = await thing.UpAsync(Stating(PropertyMap.Empty));

        Assert.Multiple(() =>
        {
            Assert.That(up.Op, Is.EqualTo(Op.Same));
            Assert.That(bench.Requests, Is.Empty);
        });
    }

    [Test]
    public async Task Update_AnotherPropertyWhileTheMapIsNotStated_LeavesTheMapAsItIs()
    {
        await using var bench = await StartAsync();
        var thing = bench.Resource(_case.Token);
        await thing.UpAsync(Stating(s_two));
        await thing.UpAsync(_case.Creation!);
        bench.Meddle(Name, new JObject { [map] = new JObject { ["second.key"] = "by another hand" } });

        await thing.UpAsync(_case.Creation!.With(_case.Changes[0]));

        Assert.That(
            bench.Stored(Name)[map],
            Is.EqualTo(JObject.Parse("""{ "first.key": "one", "second.key": "by another hand" }""")).Using<JToken>(JToken.DeepEquals));
    }

    [TestCase("""{ "fourth.key": "four" }""", "fourth.key", "Delete")]
    [TestCase("""{ "first.key": "by another hand" }""", "first.key", "Update")]
    [TestCase("""{ "first.key": null }""", "first.key", "Add")]
    public async Task Refresh_EntryChangedByAnotherHand_IsSeenAndPutRight(string patch, string key, string kind)
    {
        await using var bench = await StartAsync();
        var thing = bench.Resource(_case.Token);
        await thing.UpAsync(Stating(s_two));
        bench.Meddle(Name, new JObject { [map] = JObject.Parse(patch) });

        await thing.RefreshAsync();
        var up = await thing.UpAsync(Stating(s_two));

        Assert.Multiple(() =>
        {
            Assert.That(up.Details, Is.EqualTo(new[] { $"{map}[\"{key}\"] {kind}" }));
            Assert.That(bench.Stored(Name)[map], Is.EqualTo(JObject.Parse("""{ "first.key": "one", "second.key": "two" }""")).Using<JToken>(JToken.DeepEquals));
        });
    }

    [Test]
    public async Task Refresh_AllEntriesRemovedByAnotherHand_IsSeenAndPutRight()
    {
        await using var bench = await StartAsync();
        var thing = bench.Resource(_case.Token);
        await thing.UpAsync(Stating(s_two));
        bench.Meddle(Name, new JObject { [map] = null });

        var shown = await thing.RefreshAsync();
        await thing.UpAsync(Stating(s_two));

        Assert.Multiple(() =>
        {
            Assert.That(shown!.Diffs, Is.EqualTo(new[] { map }));
            Assert.That(bench.Stored(Name)[map], Is.EqualTo(JObject.Parse("""{ "first.key": "one", "second.key": "two" }""")).Using<JToken>(JToken.DeepEquals));
        });
    }

    [Test]
    public async Task Restore_MapThatWasNotThere_IsEmptiedAgain()
    {
        await using var bench = await StartAsync();
        await bench.Resource(_case.Token, "maker").UpAsync(_case.Creation!);
        var thing = bench.Resource(_case.Token);
        await thing.UpAsync(ConnectionCases.Door(type, Name).With(Bag.Of((map, s_two), ("onDelete", "Restore"))));

        await thing.DestroyAsync();

        Assert.That(bench.Stored(Name)[map]?.HasValues ?? false, Is.False);
    }

    private PropertyMap Stating(PropertyMap entries) => _case.Creation!.With(Bag.Of((map, entries)));

    private Task<Workbench> StartAsync() => _case.StartAsync(EmulatorSettings.Immediate with { AtlasAnswersEmptyMaps = cloudAnswersEmptyMaps });
}
