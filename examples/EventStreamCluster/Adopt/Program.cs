using Pulumi;
using Pulumi.CloudUpdate;
using Pulumi.CloudUpdate.EventGrid;

return await Deployment.RunAsync(() =>
{
    // In full, since Pulumi.CloudUpdate has a Config too.
    var config = new Pulumi.Config();

    var cluster = new EventStreamCluster("orders", new EventStreamClusterArgs
    {
        ClusterId = config.Require("clusterId"),
        Description = "Orders of all shops, open to partners",
        PublicAccessEnabled = true,
        NatId = config.Require("natId"),
        EipId = config.Require("eipId"),

        // The cluster was there before this stack and outlives it, as it was.
        OnDelete = OnDelete.Restore,
    });

    return new Dictionary<string, object?>
    {
        ["name"] = cluster.Name,
        ["status"] = cluster.Status,
    };
});
