using Pulumi;
using Pulumi.CloudUpdate.Csms;
using Pulumi.CloudUpdate.Csms.Inputs;
using Pulumi.CloudUpdate.GlobalAccelerator;

return await Deployment.RunAsync(() =>
{
    var config = new Config();

    // Imported by the program: the first `up` brings the group in and sets what differs. The option may stay afterwards.
    var storefront = new EndpointGroup(
        "storefront",
        new EndpointGroupArgs
        {
            Name = "endpoint-group-name",
            TrafficDialPercentage = 90,
        },
        new CustomResourceOptions { ImportId = config.Require("endpointGroupId") });

    // Imported by `pulumi import`, before the first `up`: nothing here says so.
    var expiry = new EventNotification("expiry", new EventNotificationArgs
    {
        EventName = config.Require("eventName"),
        State = "ENABLED",
        EventTypes = { "SECRET_VERSION_EXPIRED" },
        Notification = new EventNotificationTargetArgs
        {
            TargetType = "SMN",
            TargetId = "urn:smn:cn-north-4:SecertExpirationTest",
            TargetName = "SecertExpirationNotificationTest",
        },
    });

    return new Dictionary<string, object?>
    {
        ["storefrontOwnership"] = storefront.Ownership,
        ["expiryOwnership"] = expiry.Ownership,
    };
});
