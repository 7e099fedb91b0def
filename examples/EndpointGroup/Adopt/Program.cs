using Pulumi;
using Pulumi.CloudUpdate;
using Pulumi.CloudUpdate.GlobalAccelerator;

return await Deployment.RunAsync(() =>
{
    // In full, since Pulumi.CloudUpdate has a Config too.
    var config = new Pulumi.Config();

    var group = new EndpointGroup("storefront", new EndpointGroupArgs
    {
        EndpointGroupId = config.Require("endpointGroupId"),
        TrafficDialPercentage = config.RequireInt32("trafficDial"),

        // When the stack goes, the group gets the traffic back that it had.
        OnDelete = OnDelete.Restore,
    });

    return new Dictionary<string, object?>
    {
        ["region"] = group.RegionId,
        ["trafficDial"] = group.TrafficDialPercentage,
    };
});
