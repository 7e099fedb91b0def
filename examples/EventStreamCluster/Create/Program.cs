using Pulumi;
using Pulumi.CloudUpdate.EventGrid;

return await Deployment.RunAsync(() =>
{
    var config = new Config();

    // Without a name the cluster is called orders-, with a few random characters.
    var cluster = new EventStreamCluster("orders", new EventStreamClusterArgs
    {
        Description = "Orders of all shops",
        SourceType = "KAFKA",
        SinkType = "KAFKA",
        VpcId = config.Require("vpcId"),
        SubnetId = config.Require("subnetId"),
        ZoneNames = config.Require("zones"),
        Flavor = "small",
    });

    return new Dictionary<string, object?>
    {
        ["clusterId"] = cluster.ClusterId,
        ["name"] = cluster.Name,
        ["status"] = cluster.Status,
    };
});
