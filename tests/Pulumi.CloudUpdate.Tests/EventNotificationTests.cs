using Pulumi.CloudUpdate.Csms;
using Pulumi.CloudUpdate.Csms.Inputs;
using Pulumi.CloudUpdate.Tests.Mocks;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Pulumi.CloudUpdate.Tests;

/// <summary>Unit tests of a program that manages event notifications of secrets.</summary>
internal sealed class EventNotificationTests
{
    private readonly CloudMocks _mocks = new()
    {
        Computed = new() { ["createTime"] = 1_700_000_000_000d },
        Answer = new() { ["eventNotifications"] = new[] { new Dictionary<string, object> { ["eventName"] = "event-test", ["state"] = "ENABLED" } } },
    };

    [Test]
    public async Task Notification_SaysWhichEventsGoWhere()
    {
        var resources = await Deployment.TestAsync(_mocks, new TestOptions { IsPreview = false }, () => _ = new EventNotification("alerts", new EventNotificationArgs
        {
            EventTypes = { "SECRET_ROTATED", "SECRET_ROTATED_FAILED" },
            Notification = new EventNotificationTargetArgs { TargetType = "SMN", TargetId = "urn:smn", TargetName = "alerts" },
        }));

        var sent = _mocks.Resources.Single();
        var alerts = resources.OfType<EventNotification>().Single();
        using var scope = Assert.EnterMultipleScope();
        Assert.That(sent.Inputs["eventTypes"], Is.EqualTo(new[] { "SECRET_ROTATED", "SECRET_ROTATED_FAILED" }));
        Assert.That(((IReadOnlyDictionary<string, object>)sent.Inputs["notification"])["targetId"], Is.EqualTo("urn:smn"));
        Assert.That((await OutputUtilities.GetValueAsync(alerts.Notification)).TargetName, Is.EqualTo("alerts"));
        Assert.That(await OutputUtilities.GetValueAsync(alerts.CreateTime), Is.EqualTo(1_700_000_000_000d));
    }

    [Test]
    public async Task Notification_OfEveryEventFound_IsSwitchedOff()
    {
        await Deployment.TestAsync(_mocks, new TestOptions { IsPreview = false }, async () =>
        {
            var found = await GetEventNotifications.InvokeAsync();
            foreach (var notification in found.EventNotifications)
            {
                _ = new EventNotification(notification.EventName!, new EventNotificationArgs { EventName = notification.EventName!, Adopt = true, State = "DISABLED" });
            }

            return new Dictionary<string, object?>();
        });

        Assert.That(_mocks.Resources.Select(sent => (sent.Name, sent.Inputs["state"])), Is.EqualTo(new[] { ("event-test", (object)"DISABLED") }));
    }
}
