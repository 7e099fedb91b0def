using Pulumi.CloudUpdate;
using Pulumi.CloudUpdate.Csms;
using Pulumi.CloudUpdate.Csms.Inputs;
using Pulumi.CloudUpdate.Css;
using Pulumi.CloudUpdate.EventGrid;
using Pulumi.CloudUpdate.GlobalAccelerator;
using Pulumi.CloudUpdate.MongoDbAtlas;
using Pulumi.CloudUpdate.MongoDbAtlas.Inputs;

namespace Quickstart;

/// <summary>The program: five objects that exist already are adopted and get the values of the documented update examples.</summary>
internal static class CloudObjects
{
    public static IDictionary<string, object?> Declare()
    {
        var config = new Pulumi.Config();

        var cluster = new EventStreamCluster("cluster", new EventStreamClusterArgs
        {
            ClusterId = "fac59513-6c18-4266-bc81-5d412dfc1925",
            Name = "cluster-xspx0v5v",
            Description = "xxx",
            PublicAccessEnabled = true,
            NatId = "c43e1888-6589-4b43-xxxxxxxxxxxx",
            EipId = "e7d72bae-653e-4fb5-xxxxxxxxxxxx",
            OnDelete = OnDelete.Restore,
        });

        var group = new EndpointGroup("group", new EndpointGroupArgs
        {
            EndpointGroupId = "3a9f50bb-f041-4eac-a117-82472d8a0007",
            Name = "endpoint-group-name-new",
            Description = "endpoint-group description new",
            TrafficDialPercentage = config.GetInt32("trafficDial") ?? 5,
            OnDelete = OnDelete.Restore,
        });

        _ = new EventNotification("event", new EventNotificationArgs
        {
            EventName = "event-test",
            Adopt = true,
            Notification = new EventNotificationTargetArgs
            {
                TargetType = "SMN",
                TargetId = "demo-smn-id",
                TargetName = "demo-smn-name",
            },
            OnDelete = OnDelete.Restore,
        });

        _ = new VpcEndpointConnection("partners", new VpcEndpointConnectionArgs
        {
            ClusterId = "4f3deec3-efa8-4598-bf91-560aad1377a3",
            Action = "receive",
            EndpointIdList = { "f132bb14-e1d5-4f25-9f7c-a29e4c8effd4" },
            OnDelete = OnDelete.Restore,
        });

        _ = new StreamConnection("orders", new StreamConnectionArgs
        {
            GroupId = "64f0c0ffee1234567890abcd",
            TenantName = "orders-workspace",
            ConnectionName = "orders-cluster",
            Adopt = true,
            Type = "Cluster",
            ClusterGroupId = "string",
            ClusterName = "string",
            DbRoleToExecute = new StreamConnectionDatabaseRoleArgs
            {
                Role = "string",
                Type = "BUILT_IN",
            },
            OnDelete = OnDelete.Restore,
        });

        return new Dictionary<string, object?>
        {
            ["clusterStatus"] = cluster.Status,
            ["endpointGroupStatus"] = group.Status,
        };
    }
}
