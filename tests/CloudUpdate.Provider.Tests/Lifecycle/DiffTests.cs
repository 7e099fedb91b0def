using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>Diff: offline, detailed, total.</summary>
public sealed class DiffTests
{
    private static readonly PropertyMap s_olds = Bag.Of(
        ("siteId", "north"), ("lockerName", "a1"), ("kind", "Parcel"), ("floor", 1), ("label", "old"), ("colours", new[] { "red", "blue" }),
        ("notes", Bag.Of(("owner", "desk"), ("key.number", "17"))), ("hours", Bag.Of(("opens", 6), ("closes", 22))), ("contract", Bag.Secret("C-1")),
        ("__ownership", "Created"));

    [Test]
    public async Task Diff_EqualInputs_IsNoneWithAnyOutputs()
    {
        await using var lockers = await LockerBench.StartAsync();
        var thing = lockers.Resource();

        foreach (var outputs in new[] { PropertyMap.Empty, s_olds, Bag.Of(("label", "elsewhere"), ("hours", 5), ("unheardOf", true)) })
        {
            var diff = await thing.DiffAsync(s_olds, outputs, s_olds);
            Assert.That(diff.Changes, Is.EqualTo(DiffResponse.Types.DiffChanges.DiffNone), outputs.ToString());
        }
    }

    [Test]
    public async Task Diff_OneSideSecretOrReordered_IsNone()
    {
        await using var lockers = await LockerBench.StartAsync();
        var news = s_olds.With(Bag.Of(("label", Bag.Secret("old")), ("contract", "C-1"), ("colours", new[] { "blue", "red" })));

        var diff = await lockers.Resource().DiffAsync(s_olds, s_olds, news);

        Assert.That(diff.Changes, Is.EqualTo(DiffResponse.Types.DiffChanges.DiffNone));
    }

    [Test]
    public async Task Diff_EveryKindOfChange_IsDetailedAndConsistent()
    {
        await using var lockers = await LockerBench.StartAsync();
        var news = Bag.Of(
            ("siteId", "north"), ("lockerName", "a1"), ("kind", "Cold"), ("floor", 2), ("label", "new"), ("colours", new[] { "blue", "green" }), ("celsius", 4),
            ("notes", Bag.Of(("owner", "attic"), ("quote\"d", "x"))), ("hours", Bag.Of(("closes", 20))), ("contract", Bag.Secret("C-2")));

        var diff = await lockers.Resource().DiffAsync(s_olds, s_olds, news);

        Assert.Multiple(() =>
        {
            Assert.That(diff.HasDetailedDiff, Is.True);
            Assert.That(diff.DetailedDiff.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key} {entry.Value.Kind}"), Is.EqualTo(new[]
            {
                "celsius Add", "colours[0] Delete", "colours[1] Add", "contract Update", "floor UpdateReplace", "hours.closes Update", "kind UpdateReplace",
                "label Update", "notes.owner Update", "notes[\"key.number\"] Delete", "notes[\"quote\\\"d\"] Add",
            }));
            Assert.That(diff.Diffs, Is.EquivalentTo(diff.DetailedDiff.Keys.Select(key => PropertyPath.Parse(key).TopLevelKey).Distinct()));
            Assert.That(diff.Replaces, Is.EquivalentTo(new[] { "floor", "kind" }));
            Assert.That(diff.DetailedDiff.Keys.Select(key => PropertyPath.Parse(key).ToString()), Is.EqualTo(diff.DetailedDiff.Keys));
            Assert.That(diff.Changes, Is.EqualTo(DiffResponse.Types.DiffChanges.DiffSome));
            Assert.That(diff.DeleteBeforeReplace, Is.True);
            Assert.That(diff.ToString(), Does.Not.Contain("C-2"));
        });
    }

    [Test]
    public async Task Diff_UnknownNews_UpdateOrReplaceByTheProperty()
    {
        await using var lockers = await LockerBench.StartAsync();
        var news = s_olds.With(Bag.Of(("label", PropertyValue.Unknown), ("floor", PropertyValue.Unknown), ("lockerName", PropertyValue.Unknown), ("notes", Bag.Secret(PropertyValue.Unknown))));

        var diff = await lockers.Resource().DiffAsync(s_olds, s_olds, news);

        Assert.That(diff.DetailedDiff.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key} {entry.Value.Kind}"), Is.EqualTo(new[]
        {
            "floor UpdateReplace", "label Update", "lockerName UpdateReplace", "notes Update",
        }));
    }

    [Test]
    public async Task Diff_ImmutableAddedOrChangedInside_ForcesTheReplacement()
    {
        await using var lockers = await LockerBench.StartAsync();

        var added = await lockers.Resource().DiffAsync(s_olds.Without("floor"), s_olds.Without("floor"), s_olds);

        Assert.That(added.DetailedDiff["floor"].Kind, Is.EqualTo(PropertyDiff.Types.Kind.AddReplace));
    }

    [TestCase("label", "label")]
    [TestCase("hours", "hours.closes")]
    [TestCase("hours.closes", "hours.closes")]
    [TestCase("notes[\"key.number\"]", "notes[\"key.number\"]")]
    [TestCase("notes.*", "notes.owner", "notes[\"key.number\"]", "notes[\"quote\\\"d\"]")]
    [TestCase("colours[0]", "colours[0]")]
    [TestCase("colours[*]", "colours[0]", "colours[1]")]
    public async Task Diff_IgnoreChanges_HidesExactlyThose(string ignored, params string[] hidden)
    {
        await using var lockers = await LockerBench.StartAsync();
        var news = s_olds.With(Bag.Of(
            ("label", "new"), ("colours", new[] { "blue", "green" }), ("notes", Bag.Of(("owner", "attic"), ("quote\"d", "x"))), ("hours", Bag.Of(("opens", 6), ("closes", 20)))));
        var all = await lockers.Resource().DiffAsync(s_olds, s_olds, news);

        var diff = await lockers.Resource().DiffAsync(s_olds, s_olds, news, ignored);

        var expected = ignored == "colours[0]" ? diff.DetailedDiff.Keys.ToList() : all.DetailedDiff.Keys.Except(hidden).ToList();
        Assert.That(diff.DetailedDiff.Keys, Is.EquivalentTo(expected).And.None.Matches<string>(key => hidden.Contains(key)));
    }

    [Test]
    public async Task Diff_StateOfAnotherVersion_DoesNotFail()
    {
        await using var lockers = await LockerBench.StartAsync();
        var odd = Bag.Of(("label", 5), ("colours", "red"), ("notes", new[] { "x" }), ("hours", "always"), ("removedLongAgo", "y"), ("siteId", false));

        var forth = await lockers.Resource().DiffAsync(odd, odd, s_olds);
        var back = await lockers.Resource().DiffAsync(s_olds, s_olds, odd);

        Assert.Multiple(() =>
        {
            Assert.That(forth.Changes, Is.EqualTo(DiffResponse.Types.DiffChanges.DiffSome));
            Assert.That(back.Changes, Is.EqualTo(DiffResponse.Types.DiffChanges.DiffSome));
        });
    }

    [Test]
    public async Task Diff_InternalKeys_NeverCount()
    {
        await using var lockers = await LockerBench.StartAsync();

        var diff = await lockers.Resource().DiffAsync(s_olds, s_olds, s_olds.With(Bag.Of(("__defaults", new[] { "label" }), ("__new", 1))));

        Assert.That(diff.Changes, Is.EqualTo(DiffResponse.Types.DiffChanges.DiffNone));
    }

    [Test]
    public async Task Diff_NoOldInputs_TakesTheOutputs()
    {
        await using var lockers = await LockerBench.StartAsync();
        var thing = lockers.Resource();

        var diff = await lockers.Bench.Client.DiffAsync(new DiffRequest
        {
            Urn = thing.Urn,
            Olds = PropertyCodec.Encode(s_olds),
            News = PropertyCodec.Encode(s_olds.With(Bag.Of(("label", "new")))),
        });

        Assert.That(diff.Diffs, Is.EqualTo(new[] { "label" }));
    }

    [Test]
    public async Task Diff_AnUpdate_NamesTheStableOutputs()
    {
        await using var lockers = await LockerBench.StartAsync();

        var diff = await lockers.Resource().DiffAsync(s_olds, s_olds.With(Bag.Of(("serial", "S"), ("state", "READY"), ("ownership", "Created"))), s_olds.With(Bag.Of(("label", "new"))));

        Assert.That(diff.Stables, Is.EquivalentTo(new[] { "siteId", "lockerName", "kind", "floor", "serial", "ownership" }));
    }

    [Test]
    public async Task Diff_UnknownOnDelete_IsAnUpdate()
    {
        await using var lockers = await LockerBench.StartAsync();
        var diff = await lockers.Resource().DiffAsync(s_olds, s_olds, s_olds.With(Bag.Of(("onDelete", PropertyValue.Unknown))));
        Assert.That(diff.DetailedDiff.Single().Value.Kind, Is.EqualTo(PropertyDiff.Types.Kind.Add));
    }

    [TestCase("Delete", true)]
    [TestCase("Retain", false)]
    public async Task Diff_UpdateThatTheUserMayForceToReplace_SaysWhetherTheOldObjectGoesFirst(string onDelete, bool expected)
    {
        await using var lockers = await LockerBench.StartAsync();
        var olds = s_olds.With(Bag.Of(("onDelete", onDelete)));
        var diff = await lockers.Resource().DiffAsync(olds, olds, olds.With(Bag.Of(("label", "new"))));
        Assert.Multiple(() =>
        {
            Assert.That(diff.Replaces, Is.Empty);
            Assert.That(diff.DeleteBeforeReplace, Is.EqualTo(expected));
        });
    }

    [Test]
    public async Task Diff_AnotherRegionOrProject_ForcesTheReplacement()
    {
        await using var bench = await Workbench.StartAsync();
        var olds = Bag.Of(("eventName", "e"), ("region", "cn-north-4"), ("projectId", "p"), ("__ownership", "Created"));
        var diff = await bench.Resource(ResourceCases.EventNotification.Token).DiffAsync(olds, olds, olds.With(Bag.Of(("region", "cn-east-3"), ("projectId", PropertyValue.Unknown))));
        Assert.Multiple(() =>
        {
            Assert.That(diff.Replaces, Is.EquivalentTo(new[] { "region", "projectId" }));
            Assert.That(diff.DetailedDiff.Values.Select(value => value.Kind), Has.All.EqualTo(PropertyDiff.Types.Kind.UpdateReplace));
            Assert.That(diff.DeleteBeforeReplace, Is.False);
        });
    }

    [Test]
    public async Task Diff_ImmutableListChangedInside_ForcesTheReplacement()
    {
        await using var bench = await Workbench.StartAsync();
        var olds = Bag.Of(("endpointGroupId", "g"), ("listeners", new[] { Bag.Of(("id", "a")) }), ("__ownership", "Created"));
        var diff = await bench.Resource(ResourceCases.EndpointGroup.Token).DiffAsync(olds, olds, olds.With(Bag.Of(("listeners", new[] { Bag.Of(("id", "b")) }))));
        Assert.Multiple(() =>
        {
            Assert.That(diff.Replaces, Is.EqualTo(new[] { "listeners" }));
            Assert.That(diff.DetailedDiff.Single(), Is.EqualTo(KeyValuePair.Create("listeners[0]", new PropertyDiff { Kind = PropertyDiff.Types.Kind.UpdateReplace, InputDiff = true })));
        });
    }

    [Test]
    public async Task Update_IgnoreChanges_LeavesThoseAsTheCloudHasThem()
    {
        await using var lockers = await LockerBench.StartAsync();
        var thing = lockers.Resource();
        await thing.UpAsync(LockerBench.Door.With(Bag.Of(("label", "mine"), ("notes", Bag.Of(("owner", "desk"), ("key.number", "17"))))));
        lockers.Cloud.Get(LockerBench.Site, LockerBench.Name)!["label"] = "theirs";
        lockers.Cloud.Get(LockerBench.Site, LockerBench.Name)!["notes"]!["owner"] = "them";
        lockers.Cloud.Forget();

        await thing.UpAsync(
            LockerBench.Door.With(Bag.Of(("label", "mine"), ("notes", Bag.Of(("owner", "attic"), ("key.number", "18"))))), "label", "notes.owner");

        Assert.That(lockers.Cloud.Writes.Single(), Is.EqualTo(Newtonsoft.Json.Linq.JObject.Parse("""{"notes":{"key.number":"18","owner":"them"}}""")));
    }
}
