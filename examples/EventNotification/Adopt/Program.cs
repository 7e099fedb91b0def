using Pulumi;
using Pulumi.CloudUpdate.Csms;
using Pulumi.CloudUpdate.Csms.Inputs;

return await Deployment.RunAsync(() =>
{
    var config = new Config();

    // Event notifications have no id but their name, so that adopting one has to be said.
    // Nothing is said about its deletion: when the stack goes, it stays as it is then.
    var expiry = new EventNotification("expiry", new EventNotificationArgs
    {
        EventName = config.Require("eventName"),
        Adopt = true,
        Notification = new EventNotificationTargetArgs
        {
            TargetType = "SMN",
            TargetId = config.Require("topicUrn"),
            TargetName = "secret-alerts",
        },
    });

    return new Dictionary<string, object?>
    {
        ["eventTypes"] = expiry.EventTypes,
        ["state"] = expiry.State,
    };
});
