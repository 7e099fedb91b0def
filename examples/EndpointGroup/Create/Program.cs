using Pulumi;
using Pulumi.CloudUpdate.GlobalAccelerator;
using Pulumi.CloudUpdate.GlobalAccelerator.Inputs;

return await Deployment.RunAsync(() =>
{
    var config = new Config();

    var group = new EndpointGroup("storefront", new EndpointGroupArgs
    {
        Name = "storefront-new-region",
        Description = "Storefront in its newest region",
        RegionId = config.Require("region"),
        Listeners = { new EndpointGroupListenerArgs { Id = config.Require("listenerId") } },

        // No traffic yet: zero is a value, not a value left out.
        TrafficDialPercentage = 0,
    });

    return new Dictionary<string, object?>
    {
        ["endpointGroupId"] = group.EndpointGroupId,
        ["status"] = group.Status,
    };
});
