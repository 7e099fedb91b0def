using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using Grpc.Core;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>What a resource gets for its table alone: the whole life cycle of an invented one.</summary>
public sealed class LockerTests
{
    private static PropertyMap Managed(params (string, object?)[] members) => LockerBench.Door.With(Bag.Of(members));

    [Test]
    public void Table_OneFile_IsShorterThan150Lines() =>
        Assert.That(File.ReadLines(Sources.Path("tests/CloudUpdate.Provider.Tests/Resources/Locker/Locker.cs")).Count(), Is.LessThan(150));

    [Test]
    public async Task Adopt_Nothing_WritesNothing()
    {
        await using var lockers = await LockerBench.StartAsync();
        var thing = lockers.Resource();

        await thing.UpAsync(LockerBench.Door);

        Assert.Multiple(() =>
        {
            Assert.That(lockers.Cloud.Journal, Has.Count.EqualTo(1));
            Assert.That(thing.Id, Is.EqualTo("north/a1"));
            Assert.That(thing.Outputs["contract"], Is.EqualTo(Bag.Secret("C-4711-secret")));
            Assert.That(thing.Outputs.ToString(), Does.Not.Contain("4711").And.Not.Contain("their-own-pin"));
        });
    }

    [Test]
    public async Task Update_OneMemberOfAnObject_KeepsTheMembersThatTheProgramDoesNotState()
    {
        await using var lockers = await LockerBench.StartAsync();
        var thing = lockers.Resource();
        await thing.UpAsync(LockerBench.Door);

        var up = await thing.UpAsync(Managed(("hours", Bag.Of(("opens", 8)))));

        Assert.Multiple(() =>
        {
            Assert.That(up.Details, Is.EqualTo(new[] { "hours.opens Update" }));
            Assert.That(lockers.Cloud.Writes.Single(), Is.EqualTo(JObject.Parse("""{"hours":{"opens":8,"closes":22}}""")));
            Assert.That(thing.Outputs["hours"], Is.EqualTo(Bag.Value(Bag.Of(("opens", 8), ("closes", 22)))));
        });
    }

    [Test]
    public async Task Update_MemberRemovedFromAnObject_BecomesUnmanagedAndStays()
    {
        await using var lockers = await LockerBench.StartAsync();
        var thing = lockers.Resource();
        await thing.UpAsync(Managed(("hours", Bag.Of(("opens", 8), ("closes", 20)))));
        lockers.Cloud.Forget();

        var up = await thing.UpAsync(Managed(("hours", Bag.Of(("opens", 8)))));

        Assert.Multiple(() =>
        {
            Assert.That(up.Op, Is.EqualTo(Op.Same));
            Assert.That(lockers.Cloud.Journal, Is.Empty);
            Assert.That(thing.Said, Has.Some.Contains("hours.closes is no longer managed; the cloud keeps 20"));
        });
    }

    [Test]
    public async Task Update_KeysOfAMap_AreElementsThatComeAndGo()
    {
        await using var lockers = await LockerBench.StartAsync();
        var thing = lockers.Resource();
        await thing.UpAsync(Managed(("notes", Bag.Of(("owner", "front desk"), ("key.number", "17")))));

        var up = await thing.UpAsync(Managed(("notes", Bag.Of(("owner", "back desk"), ("floor plan", "B")))));
        var emptied = await thing.UpAsync(Managed(("notes", PropertyMap.Empty)));

        Assert.Multiple(() =>
        {
            Assert.That(up.Details, Is.EqualTo(new[] { "notes.owner Update", "notes[\"floor plan\"] Add", "notes[\"key.number\"] Delete" }));
            Assert.That(lockers.Cloud.Writes[0], Is.EqualTo(JObject.Parse("""{"notes":{"floor plan":"B","owner":"back desk"}}""")));
            Assert.That(emptied.Details, Is.EqualTo(new[] { "notes.owner Delete", "notes[\"floor plan\"] Delete" }));
            Assert.That(lockers.Cloud.Writes[1], Is.EqualTo(JObject.Parse("""{"notes":{}}""")));
        });
    }

    [Test]
    public async Task Update_SetOfColours_IsShownByIndexAndReorderingIsNone()
    {
        await using var lockers = await LockerBench.StartAsync();
        var thing = lockers.Resource();
        await thing.UpAsync(Managed(("colours", new[] { "red", "blue" })));

        var reordered = await thing.UpAsync(Managed(("colours", new[] { "blue", "red" })));
        var changed = await thing.UpAsync(Managed(("colours", new[] { "green", "blue", "black" })));

        Assert.Multiple(() =>
        {
            Assert.That(reordered.Op, Is.EqualTo(Op.Same));
            Assert.That(changed.Details, Is.EqualTo(new[] { "colours[0] Update", "colours[2] Add" }));
            Assert.That(changed.Diff!.DetailedDiff.Values.Select(diff => diff.InputDiff), Has.All.True);
        });
    }

    [Test]
    public async Task Update_ValueStatedThatIsInForceAlready_IsNoDiff()
    {
        await using var lockers = await LockerBench.StartAsync();
        var thing = lockers.Resource();
        await thing.UpAsync(LockerBench.Door);

        var up = await thing.UpAsync(Managed(("label", "old label"), ("doors", 12), ("colours", new[] { "blue", "red" })));

        Assert.That(up.Op, Is.EqualTo(Op.Same));
    }

    [Test]
    public async Task Update_ValueStatedForTheFirstTime_IsShownAgainstTheOutput()
    {
        await using var lockers = await LockerBench.StartAsync();
        var thing = lockers.Resource();
        await thing.UpAsync(LockerBench.Door);

        var up = await thing.UpAsync(Managed(("label", "new label")));

        Assert.Multiple(() =>
        {
            Assert.That(up.Details, Is.EqualTo(new[] { "label Update" }));
            Assert.That(up.Diff!.DetailedDiff["label"].InputDiff, Is.False);
        });
    }

    [Test]
    public async Task WriteOnlySecret_NotGiven_IsNeverWiped()
    {
        await using var lockers = await LockerBench.StartAsync();
        var thing = lockers.Resource();

        await thing.UpAsync(Managed(("access", Bag.Of(("holder", "Ada"))), ("label", "new label")));

        Assert.Multiple(() =>
        {
            Assert.That(lockers.Cloud.Writes.Single(), Is.EqualTo(JObject.Parse("""{"label":"new label"}""")));
            Assert.That((string?)lockers.Cloud.Get(LockerBench.Site, LockerBench.Name)!["access"]!["pin"], Is.EqualTo("their-own-pin"));
        });
    }

    [Test]
    public async Task WriteOnlySecret_NotGivenWhileAnotherMemberChanges_IsAskedFor()
    {
        await using var lockers = await LockerBench.StartAsync();
        var thing = lockers.Resource();

        var adopting = Assert.ThrowsAsync<RpcException>(() => thing.PreviewAsync(Managed(("access", Bag.Of(("holder", "Grace"))))));
        await thing.UpAsync(Managed(("access", Bag.Of(("holder", "Ada")))));
        var changing = await thing.PreviewAsync(Managed(("access", Bag.Of(("holder", "Grace")))));

        Assert.Multiple(() =>
        {
            Assert.That(adopting!.StatusCode, Is.EqualTo(StatusCode.InvalidArgument));
            Assert.That(adopting!.Status.Detail, Does.Contain("access.pin"));
            Assert.That(changing.Failures.Single().Reason, Does.Contain("access.pin is missing"));
            Assert.That(lockers.Cloud.Writes, Is.Empty);
        });
    }

    [Test]
    public async Task WriteOnlySecret_Given_IsSentOnceKeptByRefreshAndSentAgainWhenItChanges()
    {
        await using var lockers = await LockerBench.StartAsync();
        var thing = lockers.Resource();
        var program = Managed(("access", Bag.Of(("holder", "Ada"), ("pin", Bag.Secret("first-pin")))));
        await thing.UpAsync(program);

        var same = await thing.UpAsync(program);
        var refreshed = await thing.RefreshAsync();
        var changed = await thing.UpAsync(Managed(("access", Bag.Of(("holder", "Ada"), ("pin", Bag.Secret("second-pin"))))));

        Assert.Multiple(() =>
        {
            Assert.That(same.Op, Is.EqualTo(Op.Same));
            Assert.That(refreshed!.DetailedDiff, Is.Empty);
            Assert.That(changed.Details, Is.EqualTo(new[] { "access.pin Update" }));
            Assert.That(lockers.Cloud.Writes.Select(body => (string?)body!["access"]!["pin"]), Is.EqualTo(new[] { "first-pin", "second-pin" }));
            Assert.That((string?)lockers.Cloud.Writes[0]!["access"]!["holder"], Is.EqualTo("Ada"));
            Assert.That(thing.Outputs["access"], Is.EqualTo(Bag.Value(Bag.Of(("holder", "Ada")))));
            Assert.That(thing.Said, Has.None.Contains("pin\""));
        });
    }

    [Test]
    public async Task SecretsVersion_Changes_SendsTheSecretsAgain()
    {
        await using var lockers = await LockerBench.StartAsync();
        var thing = lockers.Resource();
        var program = Managed(("access", Bag.Of(("holder", "Ada"), ("pin", Bag.Secret("first-pin")))));
        await thing.UpAsync(program);

        var up = await thing.UpAsync(program.With(Bag.Of(("secretsVersion", "2"))));

        Assert.Multiple(() =>
        {
            Assert.That(up.Details, Is.EqualTo(new[] { "secretsVersion Add" }));
            Assert.That(lockers.Cloud.Writes, Has.Count.EqualTo(2));
            Assert.That(lockers.Cloud.Writes[1], Is.EqualTo(lockers.Cloud.Writes[0]));
        });
    }

    [Test]
    public async Task Restore_SecretWasWritten_WarnsAtCheckAndLeavesItsObject()
    {
        await using var lockers = await LockerBench.StartAsync();
        var thing = lockers.Resource();
        await thing.UpAsync(Managed(("onDelete", "Restore"), ("label", "mine"), ("access", Bag.Of(("holder", "Grace"), ("pin", Bag.Secret("my-pin"))))));
        lockers.Cloud.Forget();

        await thing.DestroyAsync();

        Assert.Multiple(() =>
        {
            Assert.That(thing.Said, Has.Some.Contains("access.pin cannot be restored"));
            Assert.That(thing.Said, Has.Some.Contains("keeps its access.holder"));
            Assert.That(lockers.Cloud.Writes.Single(), Is.EqualTo(JObject.Parse("""{"label":"old label"}""")));
        });
    }

    [Test]
    public async Task Variant_PropertyOfAnotherKind_FailsAndNamesWhatThisKindHas()
    {
        await using var lockers = await LockerBench.StartAsync();

        var step = await lockers.Resource().PreviewAsync(Managed(("celsius", 4)));

        Assert.That(step.Failures.Single().Reason, Is.EqualTo("celsius belongs to kind Cold, not to Parcel; Parcel has: doors"));
    }

    [Test]
    public async Task Variant_KindThatNoTableLists_PassesWithAWarning()
    {
        await using var lockers = await LockerBench.StartAsync();
        var thing = lockers.Resource();

        var check = await thing.CheckAsync(PropertyMap.Empty, LockerBench.Door.With(Bag.Of(("kind", "Parcle"), ("doors", 1), ("celsius", 4))));

        Assert.Multiple(() =>
        {
            Assert.That(check.Failures, Is.Empty);
            Assert.That(thing.Said, Has.Some.Contains("did you mean \"Parcel\"?"));
        });
    }

    [Test]
    public async Task Replace_KindOfACreatedLocker_DeletesFirstAndPreviewDoesNotCallItTaken()
    {
        await using var lockers = await LockerBench.StartAsync();
        var thing = lockers.Resource();
        await thing.UpAsync(LockerBench.Creation);
        var program = LockerBench.Creation.Without("celsius").With(Bag.Of(("kind", "Parcel")));
        lockers.Cloud.Forget();

        var preview = await thing.PreviewAsync(program);
        var up = await thing.UpAsync(program);

        Assert.Multiple(() =>
        {
            Assert.That((preview.Op, up.Op), Is.EqualTo((Op.Replace, Op.Replace)));
            Assert.That(up.Diff!.DeleteBeforeReplace, Is.True);
            Assert.That(lockers.Cloud.Journal.Where(entry => entry.Method != "GET").Select(entry => entry.Method), Is.EqualTo(new[] { "DELETE", "POST" }));
        });
    }

    [Test]
    public async Task Replace_KindOfAnAdoptedLocker_IsRefused()
    {
        await using var lockers = await LockerBench.StartAsync();
        var thing = lockers.Resource();
        await thing.UpAsync(LockerBench.Door);

        var kept = await thing.PreviewAsync(LockerBench.Door.With(Bag.Of(("kind", "Cold"))));
        var dropped = await thing.PreviewAsync(LockerBench.Door.Without("adopt").With(Bag.Of(("kind", "Cold"), ("floor", 1))));

        Assert.Multiple(() =>
        {
            Assert.That(kept.Failures.Single().Property, Is.EqualTo("kind"));
            Assert.That(dropped.Failures.Single().Property, Is.EqualTo("kind"));
            Assert.That(dropped.Failures.Single().Reason, Does.Contain("first run an update with `onDelete: Delete`"));
        });
    }

    [Test]
    public async Task Import_Locker_DescribesItWithoutWhatTheCloudHides()
    {
        await using var lockers = await LockerBench.StartAsync();
        var thing = lockers.Resource();

        await thing.ImportAsync("north/a1");
        var up = await thing.UpAsync(thing.Inputs.Visible());

        Assert.Multiple(() =>
        {
            Assert.That(thing.Inputs["kind"], Is.EqualTo(Bag.Value("Parcel")));
            Assert.That(thing.Inputs["adopt"], Is.EqualTo(Bag.Value(true)));
            Assert.That(thing.Inputs["contract"], Is.EqualTo(Bag.Secret("C-4711-secret")));
            Assert.That(thing.Inputs["access"], Is.EqualTo(Bag.Value(Bag.Of(("holder", "Ada")))));
            Assert.That(up.Op, Is.EqualTo(Op.Same));
        });
    }

    [Test]
    public async Task Parent_ManyLockersOfOneSite_AreWrittenOneAtATime()
    {
        await using var lockers = await LockerBench.StartAsync();
        await lockers.Bench.ConfigureAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(async index =>
        {
            var program = LockerBench.Creation.With(Bag.Of(("lockerName", $"l{index}")));
            await lockers.Resource($"l{index}").RunAsync(program, preview: false, configure: false);
        }));

        Assert.Multiple(() =>
        {
            Assert.That(lockers.Cloud.Writes, Has.Count.EqualTo(20));
            Assert.That(lockers.Cloud.Overlapped, Is.False);
        });
    }

    [Test]
    public async Task Wait_BusyLocker_IsWaitedForWithoutTheLock()
    {
        await using var lockers = await LockerBench.StartAsync();
        await lockers.Bench.ConfigureAsync();
        lockers.Cloud.BusyUntilWrites = 3;

        // Each locker of the site stays busy until all three were written.
        await Task.WhenAll(Enumerable.Range(0, 3).Select(async index =>
        {
            var thing = lockers.Resource($"l{index}");
            await thing.RunAsync(LockerBench.Creation.With(Bag.Of(("lockerName", $"l{index}"))), preview: false, configure: false);
            Assert.That(thing.Outputs.Text("state"), Is.EqualTo("READY"));
        }));

        Assert.That(lockers.Cloud.Overlapped, Is.False);
    }

    [Test]
    public async Task Outage_Short_IsRiddenOut()
    {
        await using var lockers = await LockerBench.StartAsync();
        lockers.Cloud.Outages = 3;
        var thing = lockers.Resource();

        await thing.UpAsync(Managed(("label", "new label")));

        Assert.That(thing.Outputs.Text("label"), Is.EqualTo("new label"));
    }

    [Test]
    public async Task Lookup_Locker_AnswersItsOutputsWithSecretsMarked()
    {
        await using var lockers = await LockerBench.StartAsync();
        await lockers.Bench.ConfigureAsync();

        var found = await lockers.Bench.InvokeAsync("cloudupdate:lockers:getLocker", Bag.Of(("siteId", "north"), ("lockerName", "a1")));

        Assert.Multiple(() =>
        {
            Assert.That(found.Result.Text("label"), Is.EqualTo("old label"));
            Assert.That(found.Result["contract"], Is.EqualTo(Bag.Secret("C-4711-secret")));
        });
    }

    [Test]
    public async Task Update_EmptyTextListAndMap_Clear()
    {
        await using var lockers = await LockerBench.StartAsync();
        var thing = lockers.Resource();
        var program = Managed(("label", string.Empty), ("colours", Array.Empty<string>()), ("notes", PropertyMap.Empty), ("doors", 0));
        await thing.UpAsync(program);
        var again = await thing.UpAsync(program);
        Assert.Multiple(() =>
        {
            Assert.That(lockers.Cloud.Writes.Single(), Is.EqualTo(JObject.Parse("""{"label":"","doors":0,"colours":[],"notes":{}}""")));
            Assert.That(again.Op, Is.EqualTo(Op.Same));
        });
    }
}
