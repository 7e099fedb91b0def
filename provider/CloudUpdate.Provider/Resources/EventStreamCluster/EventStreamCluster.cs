using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Resources;

/// <summary>EventGrid professional event stream cluster. Huawei Cloud API reference, EventGrid, "Updating a Professional Event Stream Cluster" and its neighbours.</summary>
internal static class EventStreamCluster
{
    private const string Path = "/v1/{project_id}/eventrouter/clusters";
    private const string OnePath = $"{Path}/{{cluster_id}}";

    /// <summary>The table.</summary>
    public static ResourceDefinition Table { get; } = new()
    {
        Token = "cloudupdate:eventgrid:EventStreamCluster",
        Title = "event stream cluster",
        Service = "eg",
        IsRegional = true,
        Timeout = TimeSpan.FromMinutes(20),
        Identity = new IdentityDefinition(
            AdoptionDoor.ById,
            [
                Property.Identity("cluster_id", new TextType { MinLength = 1 }, "Id that EventGrid gave the cluster.") with
                {
                    Usage = "Given, the cluster is adopted and must exist; left out, one is created.",
                },
            ])
        { IdMember = "cluster_id" },
        Properties =
        [
            Property.Managed(
                "name",
                new TextType
                {
                    MaxLength = 128,
                    Pattern = new TextPattern("[A-Za-z0-9][A-Za-z0-9._-]*", "start with a letter or digit and have letters, digits, periods, underscores and hyphens only"),
                },
                "Name of the cluster: up to 128 letters, digits, periods, underscores and hyphens, a letter or digit first.") with
            {
                Usage = "Default when created: made from the resource's name.",
                RequiredToCreate = true, Autonamed = true, AlwaysSent = true, AlwaysPresent = true,
            },
            Property.Managed(
                "description",
                new TextType { MaxLength = 256 },
                "Description of the cluster: up to 256 characters.") with
            {
                Usage = "The empty text clears it.",
                AbsentMeans = Property.Empty, AlwaysSent = true, AlwaysPresent = true,
            },
            Property.Managed(
                "public_access_enabled",
                Property.Boolean,
                "Whether the cluster can be reached from the internet.") with
            {
                Usage = "`true` needs `natId` and `eipId`. Default when created: `false`.",
                CreationDefault = PropertyValue.Of(false), MayBeHidden = true,
            },
            Property.Managed("nat_id", new TextType { MinLength = 1 }, "Id of the NAT gateway for public access.") with
            {
                Usage = "Only together with `publicAccessEnabled: true`.",
                MayBeHidden = true,
            },
            Property.Managed("eip_id", new TextType { MinLength = 1 }, "Id of the elastic IP for public access.") with
            {
                Usage = "Only together with `publicAccessEnabled: true`.",
                MayBeHidden = true,
            },
            Property.Creation("source_type", new TextType { MinLength = 1 }, "Kind of the sources, for example `KAFKA`.") with
            {
                Usage = "Needed to create a cluster; the same as `sinkType`.",
                RequiredToCreate = true,
            },
            Property.Creation("sink_type", new TextType { MinLength = 1 }, "Kind of the targets, for example `KAFKA`.") with
            {
                Usage = "Needed to create a cluster; the same as `sourceType`.",
                RequiredToCreate = true,
            },
            Property.Creation("vpc_id", new TextType { MinLength = 1 }, "Id of the VPC in which the cluster is; `subnetId` is one of its subnets.") with { Usage = "Needed to create a cluster.", RequiredToCreate = true },
            Property.Creation("subnet_id", new TextType { MinLength = 1 }, "Id of the subnet of the VPC in which the cluster is.") with { Usage = "Needed to create a cluster.", RequiredToCreate = true },
            Property.Creation("zone_names", new TextType { MinLength = 1 }, "Availability zones of the cluster in one text, separated by commas, for example `cn-north-4a,cn-north-4g`.") with { Usage = "Default: the cloud's choice." },
            Property.Creation(
                "flavor",
                new TextType
                {
                    Values =
                    [
                        new("small", "1 vCPU, 2 GB"), new("medium", "2 vCPUs, 4 GB"), new("large", "4 vCPUs, 8 GB"), new("xlarge", "8 vCPUs, 16 GB"),
                    ],
                },
                "Size of the cluster: `small`, `medium`, `large` or `xlarge`. Some regions do not show it again.") with { Usage = "Default: the cloud's choice." },
            Property.Computed("status", Property.Text, "State of the cluster, for example `RUNNING`.") with { Volatility = Volatility.ChangesOnWrite },
            Property.Computed("job_count", Property.Integer, "Number of jobs in the cluster.") with { Volatility = Volatility.ChangesAlways },
            Property.Computed("charging_mode", Property.Text, "Billing mode of the cluster."),
            Property.Computed("err_code", Property.Text, "Code of the reason why the cluster is in an error state; missing where it is not.") with { Volatility = Volatility.ChangesAlways },
            Property.Computed("err_message", Property.Text, "Reason why the cluster is in an error state; missing where it is not.") with { Volatility = Volatility.ChangesAlways },
            Property.Computed("created_time", Property.Text, "When the cluster was created, in UTC (ISO 8601)."),
            Property.Computed("updated_time", Property.Text, "When the cluster was last updated, in UTC (ISO 8601).") with { Volatility = Volatility.ChangesOnWrite },
        ],
        Read = new Operation("ShowEventStreamCluster", HttpMethod.Get, OnePath),
        Create = new Operation("CreateEventStreamCluster", HttpMethod.Post, Path),
        Update = new Operation("UpdateEventStreamCluster", HttpMethod.Put, OnePath),
        Delete = new Operation("DeleteEventStreamCluster", HttpMethod.Delete, OnePath),
        List = new ListOperation("ListEventStreamClusters", Path, "items", Paging.Offset),
        States = new StateRules(
            "status",
            ["RUNNING", "RUNNING_PARTIALLY"],
            ["ERROR", "FAILED", "FREEZE_FAILED", "COMPACT_FAILED", "UPGRADE_FAILED", "EXTENDED_FAILED", "ROLLBACK_FAILED", "DELETED_FAILED"])
        { Gone = ["DELETED"], CodeMember = "err_code", ReasonMember = "err_message" },
        Twin = new TwinRule(inputs => [new("fuzzy_name", Name(inputs))], (inputs, item) => Name(inputs) == Name(item)) { RefusesSecond = true },
        Rules = [EventStreamClusterOddities.Companions, EventStreamClusterOddities.OneKind],
        ComposeUpdate = EventStreamClusterOddities.Compose,
        Collides = (old, @new) => Name(old) == Name(@new),
        ReplacementWarning = EventStreamClusterOddities.RunningJobs,
        Explain = EventStreamClusterOddities.Explain,
        ParentKey = target => target.Part("clusterId") is { Length: > 0 } id ? $"eg/{target.Location.Region}/{id}" : null,
    };

    /// <summary>Its functions.</summary>
    public static ImmutableArray<FunctionDefinition> Functions { get; } =
    [
        Lookups.One(Table, "Looks up one professional event stream cluster of EventGrid by its id."),
        Lookups.Many(
            Table,
            "EventStreamClusters",
            "Lists the professional event stream clusters of EventGrid in a project.",
            [Property.Managed("fuzzy_name", Property.Text, "Only clusters whose name contains this text.")]),
    ];

    private static string Name(PropertyMap bag) => (bag.Get("name")?.Unwrapped as StringValue)?.Value ?? string.Empty;
}
