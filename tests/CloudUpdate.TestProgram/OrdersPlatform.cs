using Pulumi;
using Pulumi.CloudUpdate;
using Pulumi.CloudUpdate.Csms;
using Pulumi.CloudUpdate.Csms.Inputs;
using Pulumi.CloudUpdate.Css;
using Pulumi.CloudUpdate.EventGrid;
using Pulumi.CloudUpdate.GlobalAccelerator;
using Pulumi.CloudUpdate.MongoDbAtlas;
using Pulumi.CloudUpdate.MongoDbAtlas.Inputs;

namespace CloudUpdate.TestProgram;

/// <summary>One resource of each kind: adopted ones that are put back or left, created ones that are deleted.</summary>
internal sealed class OrdersPlatform : ComponentResource
{
    public OrdersPlatform(string name, OrdersPlatformArgs args, ComponentResourceOptions options)
        : base("e2e:index:OrdersPlatform", name, args, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var cluster = Cluster($"{name}-cluster", child);
        var group = Group($"{name}-group", args.Dial, child);
        Alerts($"{name}-alerts", cluster.Name, child);
        Partners($"{name}-partners", child);
        var kafka = Kafka($"{name}-kafka", args, child);

        ClusterStatus = cluster.Status;
        GroupName = group.Name;
        Dial = group.TrafficDialPercentage;
        KafkaUser = kafka.Authentication.Apply(authentication => authentication?.Username);
        RegisterOutputs(new Dictionary<string, object?>
        {
            ["clusterStatus"] = ClusterStatus,
            ["groupName"] = GroupName,
            ["dial"] = Dial,
            ["kafkaUser"] = KafkaUser,
        });
    }

    [Output("clusterStatus")]
    public Output<string?> ClusterStatus { get; private set; }

    [Output("groupName")]
    public Output<string> GroupName { get; private set; }

    [Output("dial")]
    public Output<int?> Dial { get; private set; }

    [Output("kafkaUser")]
    public Output<string?> KafkaUser { get; private set; }

    private static EventStreamCluster Cluster(string name, CustomResourceOptions options) => new(
        name,
        new EventStreamClusterArgs
        {
            ClusterId = "fac59513-6c18-4266-bc81-5d412dfc1925",
            Description = "orders",
            OnDelete = OnDelete.Restore,
        },
        options);

    private static EndpointGroup Group(string name, Input<int> dial, CustomResourceOptions options) => new(
        name,
        new EndpointGroupArgs
        {
            EndpointGroupId = "3a9f50bb-f041-4eac-a117-82472d8a0007",
            Name = "orders-group",
            TrafficDialPercentage = dial,
            OnDelete = OnDelete.Restore,
        },
        options);

    private static void Alerts(string name, Output<string> cluster, CustomResourceOptions options) => _ = new EventNotification(
        name,
        new EventNotificationArgs
        {
            EventName = "orders-alerts",
            State = "ENABLED",
            EventTypes = { "SECRET_ROTATED", "SECRET_ROTATED_FAILED" },
            Notification = new EventNotificationTargetArgs
            {
                TargetType = "SMN",
                TargetId = "urn:smn:cn-north-4:orders",
                TargetName = Output.Format($"{cluster}-alerts"),
            },
        },
        options);

    private static void Partners(string name, CustomResourceOptions options) => _ = new VpcEndpointConnection(
        name,
        new VpcEndpointConnectionArgs
        {
            ClusterId = "4f3deec3-efa8-4598-bf91-560aad1377a3",
            Action = "receive",
            EndpointIdList = { "f132bb14-e1d5-4f25-9f7c-a29e4c8effd4" },
        },
        options);

    private static StreamConnection Kafka(string name, OrdersPlatformArgs args, CustomResourceOptions options) => new(
        name,
        new StreamConnectionArgs
        {
            GroupId = Orders.AtlasProject,
            TenantName = Orders.Workspace,
            ConnectionName = "orders-events",
            Type = "Kafka",
            BootstrapServers = args.Brokers,
            Security = new StreamConnectionSecurityArgs { Protocol = "SASL_SSL" },
            Authentication = new StreamConnectionAuthenticationArgs
            {
                Mechanism = "SCRAM-512",
                Username = "orders",
                Password = args.KafkaPassword,
            },
        },
        options);
}
