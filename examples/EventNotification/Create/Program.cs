using Pulumi;
using Pulumi.CloudUpdate.Csms;
using Pulumi.CloudUpdate.Csms.Inputs;

return await Deployment.RunAsync(() =>
{
    var config = new Config();

    var rotation = new EventNotification("rotation", new EventNotificationArgs
    {
        EventName = "secret-rotation",
        State = "ENABLED",
        EventTypes = { "SECRET_ROTATED", "SECRET_ROTATED_FAILED" },
        Notification = new EventNotificationTargetArgs
        {
            TargetType = "SMN",
            TargetId = config.Require("topicUrn"),
            TargetName = "secret-alerts",
        },
    });

    return new Dictionary<string, object?>
    {
        ["eventName"] = rotation.EventName,
        ["state"] = rotation.State,
    };
});
