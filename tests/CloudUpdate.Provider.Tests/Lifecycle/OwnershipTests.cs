using CloudUpdate.Emulator;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using CloudUpdate.TestKit.Time;
using Grpc.Core;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>Who owns an object: decided once, one owner within a run.</summary>
public sealed class OwnershipTests
{
    private static readonly ResourceCase s_group = ResourceCases.EndpointGroup;
    private static readonly ResourceCase s_event = ResourceCases.EventNotification;

    [TestCase(true)]
    [TestCase(false)]
    public async Task Adopt_TwoResourcesOneObject_FailsAndNamesBoth(bool preview)
    {
        await using var bench = await s_group.StartAsync();
        await bench.ConfigureAsync();
        var (first, second) = (bench.Resource(s_group.Token, "first"), bench.Resource(s_group.Token, "second"));
        await first.RunAsync(s_group.Door, preview, configure: false);

        var error = Assert.ThrowsAsync<RpcException>(() => second.RunAsync(s_group.AllChanges, preview, configure: false));

        Assert.Multiple(() =>
        {
            Assert.That(error!.StatusCode, Is.EqualTo(StatusCode.Aborted));
            Assert.That(error!.Status.Detail, Does.Contain(first.Urn).And.Contain(second.Urn));
            Assert.That(bench.Written, Is.Empty);
        });
    }

    [Test]
    public async Task Create_TwoResourcesOneName_FailsAndNamesBoth()
    {
        await using var bench = await s_event.StartAsync();
        await bench.ConfigureAsync();
        var (first, second) = (bench.Resource(s_event.Token, "first"), bench.Resource(s_event.Token, "second"));
        await first.RunAsync(s_event.Creation!, preview: false, configure: false);

        var error = Assert.ThrowsAsync<RpcException>(() => second.RunAsync(s_event.Creation!, preview: false, configure: false));

        Assert.That(error!.Status.Detail, Does.Contain(first.Urn).And.Contain(second.Urn));
    }

    [Test]
    public async Task Update_ObjectThatAnotherResourceAdoptedInThisRun_FailsAndNamesBoth()
    {
        await using var bench = await s_group.StartAsync();
        var (first, second) = (bench.Resource(s_group.Token, "first"), bench.Resource(s_group.Token, "second"));
        await first.UpAsync(s_group.Door);
        await bench.ConfigureAsync();
        await second.RunAsync(s_group.Door, preview: false, configure: false);

        var error = Assert.ThrowsAsync<RpcException>(() => first.RunAsync(s_group.AllChanges, preview: false, configure: false));

        Assert.That(error!.Status.Detail, Does.Contain(first.Urn).And.Contain(second.Urn));
    }

    [TestCase("Restore")]
    [TestCase("Delete")]
    public async Task Delete_OldEntryOfAnObjectThatANewOneAdopted_LeavesItAloneWithAWarning(string onDelete)
    {
        await using var bench = await s_group.StartAsync();
        var before = bench.Resource(s_group.Token, "before");
        var program = s_group.AllChanges.With(Bag.Of(("onDelete", onDelete)));
        await before.UpAsync(program);
        var after = bench.Resource(s_group.Token, "after");
        bench.Emulator.Journal.Clear();

        await after.UpAsync(program);
        await before.DeleteAsync();

        Assert.Multiple(() =>
        {
            Assert.That(bench.Written, Is.Empty);
            Assert.That(s_group.Object(bench)["name"]!.ToString(), Is.EqualTo("endpoint-group-name-new"));
            Assert.That(before.Said, Has.Some.Contains(after.Urn).And.Some.Contains("left alone"));
        });
    }

    [Test]
    public async Task Delete_OldEntryAfterAForcedReplacement_LeavesTheObjectAlone()
    {
        await using var bench = await s_group.StartAsync();
        var program = s_group.AllChanges.With(Bag.Of(("onDelete", "Delete")));
        var old = bench.Resource(s_group.Token);
        await old.UpAsync(program);
        var anew = bench.Resource(s_group.Token);

        await anew.UpAsync(program);
        await old.DeleteAsync();

        Assert.That(bench.Emulator.Objects.Get(s_group.Seeded.Kind, s_group.Seeded.Key), Is.Not.Null);
    }

    [Test]
    public async Task Delete_InALaterRun_DeletesAgain()
    {
        await using var bench = await s_event.StartAsync();
        var thing = bench.Resource(s_event.Token);
        await thing.UpAsync(s_event.Creation!);

        await bench.ConfigureAsync();
        await thing.DeleteAsync();

        Assert.That(bench.Emulator.Objects.List(ObjectKinds.CsmsEvent), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Delete_PreviewOfAnotherAdoption_TakesNothingOver()
    {
        await using var bench = await s_event.StartAsync();
        var thing = bench.Resource(s_event.Token);
        await thing.UpAsync(s_event.Creation!);
        await bench.ConfigureAsync();
        await bench.Resource(s_event.Token, "other").RunAsync(Bag.Of(("eventName", "rotation-alerts"), ("adopt", true)), preview: true, configure: false);

        await thing.DeleteAsync();

        Assert.That(bench.Emulator.Objects.List(ObjectKinds.CsmsEvent), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Ownership_CreatedObjectGetsADoorLater_StaysCreatedAndIsDeleted()
    {
        await using var bench = await s_event.StartAsync();
        var thing = bench.Resource(s_event.Token);
        await thing.UpAsync(s_event.Creation!);

        var up = await thing.UpAsync(s_event.Creation!.With(Bag.Of(("adopt", true))));
        await thing.DestroyAsync();

        Assert.Multiple(() =>
        {
            Assert.That(up.Op, Is.EqualTo(Op.Same));
            Assert.That(bench.Emulator.Objects.List(ObjectKinds.CsmsEvent), Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task Ownership_AdoptedObjectLosesItsDoor_StaysAdoptedAndIsRetained()
    {
        await using var bench = await s_event.StartAsync();
        var thing = bench.Resource(s_event.Token);
        await thing.UpAsync(s_event.Door);

        await thing.UpAsync(s_event.Door.Without("adopt"));
        await thing.DestroyAsync();

        Assert.That(bench.Emulator.Objects.List(ObjectKinds.CsmsEvent), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Ownership_StateThatDoesNotSay_IsTakenAsAdopted()
    {
        await using var bench = await s_event.StartAsync();
        var thing = bench.Resource(s_event.Token);
        await thing.UpAsync(s_event.Creation!);
        thing.Inputs = thing.Inputs.Without("__ownership");
        thing.Outputs = thing.Outputs.Without("ownership");

        await thing.DestroyAsync();

        Assert.That(bench.Emulator.Objects.List(ObjectKinds.CsmsEvent), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Ownership_UnknownDoor_CountsAsGiven()
    {
        await using var bench = await s_event.StartAsync();
        var thing = bench.Resource(s_event.Token);

        var check = await thing.CheckAsync(PropertyMap.Empty, Bag.Of(("eventName", "x"), ("adopt", PropertyValue.Unknown)));

        Assert.Multiple(() =>
        {
            Assert.That(check.Failures, Is.Empty);
            Assert.That(PropertyCodec.DecodeOrEmpty(check.Inputs).Text("__ownership"), Is.EqualTo("Adopted"));
        });
    }

    [Test]
    public async Task Adopted_LeftOutProperties_AreNeverFilledIn()
    {
        await using var bench = await ResourceCases.EventStreamCluster.StartAsync();
        var thing = bench.Resource(ResourceCases.EventStreamCluster.Token);

        await thing.UpAsync(ResourceCases.EventStreamCluster.Door);

        Assert.That(thing.Inputs.Visible(), Is.EqualTo(ResourceCases.EventStreamCluster.Door));
    }

    [Test]
    public async Task OnDelete_LeftOut_IsNotWrittenIntoTheInputs()
    {
        await using var bench = await s_event.StartAsync();
        var thing = bench.Resource(s_event.Token);

        await thing.UpAsync(s_event.Creation!);

        Assert.That(thing.Inputs.Visible(), Is.EqualTo(s_event.Creation));
    }

    [Test]
    public async Task OnDelete_ItsDefaultStated_IsNoDiff()
    {
        await using var bench = await s_event.StartAsync();
        var thing = bench.Resource(s_event.Token);
        await thing.UpAsync(s_event.Creation!);

        var up = await thing.UpAsync(s_event.Creation!.With(Bag.Of(("onDelete", "Delete"))));

        Assert.That(up.Op, Is.EqualTo(Op.Same));
    }

    [Test]
    public async Task OnDelete_RestoreOfACreatedObject_IsRefusedAtCheck()
    {
        await using var bench = await s_event.StartAsync();

        var step = await bench.Resource(s_event.Token).PreviewAsync(s_event.Creation!.With(Bag.Of(("onDelete", "Restore"))));

        Assert.That(step.Failures.Single().Reason, Does.Contain("a created object was nothing before"));
    }

    [Test]
    public async Task Baseline_AtAdoption_IsSecretAndHoldsEveryManagedProperty()
    {
        await using var bench = await s_group.StartAsync();
        var thing = bench.Resource(s_group.Token);

        await thing.UpAsync(s_group.Door.With(s_group.Changes[0]));

        var baseline = (SecretValue)thing.Outputs["__baseline"];
        var (original, written) = (Part(baseline, "original"), Part(baseline, "written"));
        Assert.Multiple(() =>
        {
            Assert.That(original, Is.EqualTo(Bag.Of(
                ("name", "endpoint-group-name"), ("description", "endpoint-group description"), ("trafficDialPercentage", 100))));
            Assert.That(written, Is.EqualTo(Bag.Of(("name", "endpoint-group-name-new"))));
        });
    }

    [Test]
    public async Task Baseline_BeforeTheFirstWriteOfAProperty_IsRenewedFromTheLiveObject()
    {
        await using var bench = await s_group.StartAsync();
        var thing = bench.Resource(s_group.Token);
        await thing.UpAsync(s_group.Door.With(s_group.Changes[0]));
        bench.Emulator.Objects.Change(s_group.Seeded.Kind, s_group.Seeded.Key, new Newtonsoft.Json.Linq.JObject { ["description"] = "changed by its owner" });

        await thing.UpAsync(s_group.AllChanges.With(Bag.Of(("onDelete", "Restore"))));
        await thing.RefreshAsync();
        await thing.DestroyAsync();

        Assert.Multiple(() =>
        {
            Assert.That((string?)s_group.Object(bench)["description"], Is.EqualTo("changed by its owner"));
            Assert.That((string?)s_group.Object(bench)["name"], Is.EqualTo("endpoint-group-name"));
        });
    }

    [Test]
    public async Task Restore_ObjectGone_Succeeds()
    {
        await using var bench = await s_group.StartAsync();
        var thing = bench.Resource(s_group.Token);
        await thing.UpAsync(s_group.AllChanges.With(Bag.Of(("onDelete", "Restore"))));
        bench.Emulator.Objects.Remove(s_group.Seeded.Kind, s_group.Seeded.Key);

        await thing.DestroyAsync();

        Assert.That(thing.Said, Has.Some.Contains("nothing to restore"));
    }

    [Test]
    public async Task Delete_InTheRunThatMadeTheEntry_DeletesItsObject()
    {
        await using var bench = await s_event.StartAsync();
        await bench.ConfigureAsync();
        var thing = bench.Resource(s_event.Token);
        await thing.RunAsync(s_event.Creation!, preview: false, configure: false);
        await thing.RunAsync(s_event.Creation!.With(Bag.Of(("state", "DISABLED"))), preview: false, configure: false);
        await thing.DeleteAsync();
        Assert.That(bench.Emulator.Objects.List(ObjectKinds.CsmsEvent), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Delete_OldEntryWithinTheRunThatReplacedIt_LeavesTheObjectToTheNewEntry()
    {
        await using var bench = await s_event.StartAsync();
        await bench.ConfigureAsync();
        var program = s_event.Door.With(Bag.Of(("onDelete", "Delete")));
        var (old, anew) = (bench.Resource(s_event.Token), bench.Resource(s_event.Token));
        await old.RunAsync(program, preview: false, configure: false);
        await anew.RunAsync(program, preview: false, configure: false);

        await old.DeleteAsync();
        var afterOld = bench.Emulator.Objects.List(ObjectKinds.CsmsEvent).Count;
        await anew.DeleteAsync();

        Assert.That((afterOld, bench.Emulator.Objects.List(ObjectKinds.CsmsEvent).Count), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task Entry_RefreshAndUpdate_KeepItsName()
    {
        await using var bench = await s_event.StartAsync();
        var thing = bench.Resource(s_event.Token);
        await thing.UpAsync(s_event.Creation!);
        var entry = thing.Outputs["__entry"];
        await thing.RefreshAsync();
        var refreshed = thing.Outputs.Get("__entry");
        await thing.UpAsync(s_event.Creation!.With(Bag.Of(("state", "DISABLED"))));
        Assert.That((refreshed, thing.Outputs.Get("__entry")), Is.EqualTo((entry, entry)));
    }

    [Test]
    public async Task Adopt_ObjectThatAnotherResourceLetGoInThisRun_Succeeds()
    {
        await using var bench = await s_group.StartAsync();
        await bench.ConfigureAsync();
        var (first, second) = (bench.Resource(s_group.Token, "first"), bench.Resource(s_group.Token, "second"));
        await first.RunAsync(s_group.Door, preview: false, configure: false);
        await first.DeleteAsync();
        var step = await second.RunAsync(s_group.Door, preview: false, configure: false);
        Assert.That(step.Outputs.Text("ownership"), Is.EqualTo("Adopted"));
    }

    [Test]
    public async Task Create_WithoutACheckBefore_GoesByTheRuleOfTheFirstCheck()
    {
        await using var bench = await s_event.StartAsync();
        await bench.ConfigureAsync();
        var created = await bench.Client.CreateAsync(new CreateRequest
        {
            Urn = bench.Resource(s_event.Token).Urn,
            Properties = PropertyCodec.Encode(s_event.Creation!),
        }).ResponseAsync.OrTimeout();
        Assert.That(PropertyCodec.DecodeOrEmpty(created.Properties).Text("ownership"), Is.EqualTo("Created"));
    }

    private static PropertyMap Part(SecretValue baseline, string key) => ((MapValue)((MapValue)baseline.Value).Map[key]).Map;
}
