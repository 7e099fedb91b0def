using CloudUpdate.Emulator;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using Grpc.Core;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>What is odd about event notifications.</summary>
public sealed class EventNotificationTests
{
    private static readonly ResourceCase s_case = ResourceCases.EventNotification;

    [Test]
    public async Task EventTypes_ReorderedByProgramAndCloud_AreNoDiff()
    {
        await using var bench = await s_case.StartAsync(new EmulatorSettings { CsmsReordersEventTypes = true });
        var thing = bench.Resource(s_case.Token);
        await thing.UpAsync(s_case.Door.With(Bag.Of(("eventTypes", new[] { "SECRET_ROTATED", "SECRET_DELETED", "SECRET_VERSION_CREATED" }))));
        var inputs = thing.Inputs;

        var refreshed = await thing.RefreshAsync();
        var up = await thing.UpAsync(s_case.Door.With(Bag.Of(("eventTypes", new[] { "SECRET_VERSION_CREATED", "SECRET_DELETED", "SECRET_ROTATED" }))));

        Assert.Multiple(() =>
        {
            Assert.That(refreshed!.DetailedDiff, Is.Empty);
            Assert.That(thing.Inputs, Is.EqualTo(inputs));
            Assert.That(up.Op, Is.EqualTo(Op.Same));
            Assert.That(thing.Outputs["eventTypes"], Is.EqualTo(inputs["eventTypes"]));
        });
    }

    [Test]
    public async Task EventTypes_OneExchanged_IsShownByItsIndex()
    {
        await using var bench = await s_case.StartAsync();
        var thing = bench.Resource(s_case.Token);
        await thing.UpAsync(s_case.Door.With(Bag.Of(("eventTypes", new[] { "SECRET_ROTATED", "SECRET_DELETED" }))));

        var up = await thing.UpAsync(s_case.Door.With(Bag.Of(("eventTypes", new[] { "SECRET_DELETED", "SECRET_VERSION_CREATED" }))));

        Assert.That(up.Details, Is.EqualTo(new[] { "eventTypes[0] Delete", "eventTypes[1] Add" }));
    }

    [Test]
    public async Task EventTypes_NotListedByTheDocuments_IsAWarningWithTheListedOnes()
    {
        await using var bench = await s_case.StartAsync();
        var thing = bench.Resource(s_case.Token);

        var check = await thing.CheckAsync(PropertyMap.Empty, s_case.Door.With(Bag.Of(("eventTypes", new[] { "SECRET_ROTATD" }))));

        Assert.Multiple(() =>
        {
            Assert.That(check.Failures, Is.Empty);
            Assert.That(thing.Said.Single(), Does.Contain("eventTypes[0]").And.Contain("did you mean \"SECRET_ROTATED\"?").And.Contain("SECRET_VERSION_EXPIRED"));
        });
    }

    [Test]
    public async Task EventTypes_EmptyOrRepeated_AreFailures()
    {
        await using var bench = await s_case.StartAsync();
        var thing = bench.Resource(s_case.Token);

        var empty = await thing.PreviewAsync(s_case.Door.With(Bag.Of(("eventTypes", Array.Empty<string>()))));
        var repeated = await thing.PreviewAsync(s_case.Door.With(Bag.Of(("eventTypes", new[] { "SECRET_ROTATED", "SECRET_ROTATED" }))));

        Assert.Multiple(() =>
        {
            Assert.That(empty.Failures.Single().Reason, Is.EqualTo("eventTypes has 0 items; allowed: 1 to 12"));
            Assert.That(repeated.Failures.Single().Reason, Does.StartWith("eventTypes[1] repeats"));
        });
    }

    [Test]
    public async Task Notification_OneMemberMissing_IsAFailureWithItsPath()
    {
        await using var bench = await s_case.StartAsync();

        var step = await bench.Resource(s_case.Token).PreviewAsync(s_case.Door.With(Bag.Of(("notification", Bag.Of(("targetType", "SMN"), ("targetId", "x"))))));

        Assert.Multiple(() =>
        {
            Assert.That(step.Failures.Single().Property, Is.EqualTo("notification"));
            Assert.That(step.Failures.Single().Reason, Is.EqualTo("notification.targetName is missing"));
        });
    }

    [Test]
    public async Task Times_WhateverTheUnit_AreMilliseconds()
    {
        await using var bench = await s_case.StartAsync();
        bench.Emulator.Objects.Change(s_case.Seeded.Kind, s_case.Seeded.Key, new JObject { ["create_time"] = 1581507580 });
        var thing = bench.Resource(s_case.Token);

        await thing.UpAsync(s_case.Door);

        Assert.Multiple(() =>
        {
            Assert.That(thing.Outputs["createTime"], Is.EqualTo(PropertyValue.Of(1581507580000d)));
            Assert.That(thing.Outputs["updateTime"], Is.EqualTo(PropertyValue.Of(1581507580000d)));
        });
    }

    [Test]
    public async Task Refresh_MissingEventAnsweredWith400_IsGone()
    {
        await using var bench = await s_case.StartAsync(new EmulatorSettings { CsmsMissingEventIs400 = true });
        var thing = bench.Resource(s_case.Token);
        await thing.UpAsync(s_case.Creation!);
        bench.Emulator.Objects.Remove(s_case.Seeded.Kind, $"{ResourceCases.ProjectId}/rotation-alerts");

        await thing.DestroyAsync();
        var read = await thing.ImportAsync("rotation-alerts");

        Assert.That(read.Id, Is.Empty);
    }

    [Test]
    public async Task Adopt_WithoutItsName_FailsAtCheck()
    {
        await using var bench = await s_case.StartAsync();

        var step = await bench.Resource(s_case.Token).PreviewAsync(Bag.Of(("adopt", true)));

        Assert.That(step.Failures.Single().Reason, Is.EqualTo("eventName is missing; adopting needs it"));
    }

    [Test]
    public async Task Delete_SecretStillRefersToIt_SaysTheCloudsWords()
    {
        await using var bench = await s_case.StartAsync();
        var thing = bench.Resource(s_case.Token);
        await thing.UpAsync(s_case.Creation!);
        bench.Emulator.Objects.Put(ObjectKinds.CsmsSecret, $"{ResourceCases.ProjectId}/db", new JObject { ["event_subscriptions"] = new JArray("rotation-alerts") });

        var error = Assert.ThrowsAsync<RpcException>(() => thing.DestroyAsync());

        Assert.That(error!.Status.Detail, Does.Contain("The event is used by a secret."));
    }

    [Test]
    public async Task Lookups_OneAndMany_AnswerWhatTheCloudHas()
    {
        await using var bench = await s_case.StartAsync();
        await bench.Resource(s_case.Token).UpAsync(s_case.Creation!);

        var one = await bench.InvokeAsync("cloudupdate:csms:getEventNotification", Bag.Of(("eventName", ResourceCases.EventName)));
        var many = await bench.InvokeAsync("cloudupdate:csms:getEventNotifications", PropertyMap.Empty);

        Assert.Multiple(() =>
        {
            Assert.That(one.Result.Text("state"), Is.EqualTo("ENABLED"));
            Assert.That(((ListValue)many.Result["eventNotifications"]).Items.Select(item => ((MapValue)item).Map.Text("eventName")), Is.EquivalentTo(new[] { ResourceCases.EventName, "rotation-alerts" }));
        });
    }
}
