using Pulumi.CloudUpdate;
using Pulumi.CloudUpdate.EventGrid;
using Pulumi.CloudUpdate.GlobalAccelerator;

namespace CloudUpdate.Pipeline.Fleet;

/// <summary>The program of every stack. What differs between regions and between changes is configuration.</summary>
internal static class RegionProgram
{
    public static IDictionary<string, object?> Declare(Region region)
    {
        var config = new Pulumi.Config();

        var group = new EndpointGroup("traffic", new EndpointGroupArgs
        {
            EndpointGroupId = region.EndpointGroupId,
            TrafficDialPercentage = config.RequireInt32("trafficDial"),
            OnDelete = OnDelete.Restore,
        });
        var cluster = new EventStreamCluster("events", new EventStreamClusterArgs
        {
            ClusterId = region.ClusterId,
            Description = config.Require("clusterDescription"),
            OnDelete = OnDelete.Restore,
        });

        return new Dictionary<string, object?>
        {
            ["trafficDial"] = group.TrafficDialPercentage,
            ["clusterStatus"] = cluster.Status,
        };
    }
}
