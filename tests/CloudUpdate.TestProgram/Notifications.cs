using System.Globalization;
using Pulumi.CloudUpdate.Csms;
using Pulumi.CloudUpdate.Csms.Inputs;

namespace CloudUpdate.TestProgram;

/// <summary>Any number of resources that do not depend on each other, for measurements.</summary>
internal static class Notifications
{
    public static IDictionary<string, object?> Declare(int count)
    {
        for (var index = 0; index < count; index++)
        {
            Declare(string.Create(CultureInfo.InvariantCulture, $"notification-{index}"));
        }

        return new Dictionary<string, object?>();
    }

    private static void Declare(string name) => _ = new EventNotification(name, new EventNotificationArgs
    {
        EventName = name,
        State = "ENABLED",
        EventTypes = { "SECRET_ROTATED", "SECRET_ROTATED_FAILED" },
        Notification = new EventNotificationTargetArgs
        {
            TargetType = "SMN",
            TargetId = "urn:smn:cn-north-4:alerts",
            TargetName = "alerts",
        },
    });
}
