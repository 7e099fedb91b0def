using Pulumi;
using Pulumi.CloudUpdate.EventGrid;
using Pulumi.CloudUpdate.GlobalAccelerator;
using Pulumi.CloudUpdate.GlobalAccelerator.Inputs;

namespace Fleet;

/// <summary>What takes orders in one region: a cluster for their events, and a share of the traffic.</summary>
internal sealed class OrderIntake : ComponentResource
{
    public OrderIntake(string name, OrderIntakeArgs args, ComponentResourceOptions? options = null)
        : base("fleet:index:OrderIntake", name, options)
    {
        var cluster = new EventStreamCluster(
            $"{name}-orders",
            new EventStreamClusterArgs
            {
                Description = $"Orders taken in {args.Region.Name}",
                SourceType = "KAFKA",
                SinkType = "KAFKA",
                VpcId = args.Region.VpcId,
                SubnetId = args.Region.SubnetId,
                ZoneNames = args.Region.Zones,
                Flavor = "small",
            },
            new CustomResourceOptions { Parent = this });

        // A region gets traffic when its cluster is there, not before.
        var group = new EndpointGroup(
            $"{name}-traffic",
            new EndpointGroupArgs
            {
                RegionId = args.Region.Name,
                Listeners = { new EndpointGroupListenerArgs { Id = args.ListenerId } },
                TrafficDialPercentage = args.Region.TrafficDial,
            },
            new CustomResourceOptions { Parent = this, DependsOn = cluster });

        ClusterId = cluster.ClusterId;
        Traffic = Output.Format($"{group.TrafficDialPercentage} %");
        RegisterOutputs();
    }

    /// <summary>Id of the event stream cluster.</summary>
    [Output]
    public Output<string> ClusterId { get; private set; }

    /// <summary>The region's share of the traffic.</summary>
    [Output]
    public Output<string> Traffic { get; private set; }
}
