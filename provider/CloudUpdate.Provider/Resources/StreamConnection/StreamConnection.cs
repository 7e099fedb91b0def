using System.Collections.Immutable;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Resources;

/// <summary>MongoDB Atlas stream connection. Atlas Administration API, "Update One Stream Connection" and its neighbours.</summary>
internal static class StreamConnection
{
    private const string Path = "/api/atlas/v2/groups/{groupId}/streams/{tenantName}/connections";
    private const string OnePath = $"{Path}/{{connectionName}}";

    private static readonly TextType s_region = StreamConnectionParts.OneOf(
        "SYDNEY_AUS", "MUMBAI_IND", "FRANKFURT_DEU", "DUBLIN_IRL", "LONDON_GBR", "VIRGINIA_USA", "OHIO_USA", "OREGON_USA", "SAOPAULO_BRA",
        "MONTREAL_CAN", "TOKYO_JPN", "SINGAPORE_SGP", "PARIS_FRA", "SEOUL_KOR", "eastus", "westus", "eastus2", "westeurope", "brazilsouth",
        "australiaeast", "US_CENTRAL1", "EUROPE_WEST1", "US_EAST4");

    /// <summary>The table.</summary>
    public static ResourceDefinition Table { get; } = new()
    {
        Token = "cloudupdate:mongodbatlas:StreamConnection",
        Title = "stream connection",
        Service = "atlas",
        Timeout = TimeSpan.FromMinutes(40),
        ReadLag = TimeSpan.FromMinutes(1),
        UpdateSendsWhole = true,
        Discriminator = "type",
        Identity = new IdentityDefinition(
            AdoptionDoor.ByFlag,
            [
                Property.Identity(
                    "groupId",
                    new TextType { Pattern = new TextPattern("[a-f0-9]{24}", "be 24 lower-case hexadecimal digits") },
                    "Id of the project (Atlas calls it group): 24 lower-case hexadecimal digits.") with { Usage = "Another project is another connection.", Required = true },
                Property.Identity(
                    "tenantName",
                    StreamConnectionParts.Label,
                    "Name of the stream processing workspace (formerly stream instance): 1 to 64 letters, digits, underscores and hyphens.") with { Usage = "Another workspace is another connection.", Required = true },
                Property.Identity(
                    "connectionName",
                    StreamConnectionParts.Label,
                    "Name of the connection in its workspace: 1 to 64 letters, digits, underscores and hyphens; for a `Sample`, the "
                    + "name of the sample, for example `sample_stream_solar`.") with
                {
                    Usage = "Needed with `adopt`; default when created: made from the resource's name. Another name is another connection.",
                    Autonamed = true,
                },
            ])
        { IdMember = "name" },
        Properties =
        [
            Property.Creation(
                "type",
                StreamConnectionParts.Types,
                "Kind of the connection: `Sample`, `Cluster`, `Kafka`, `Https`, `AWSLambda`, `S3`, `AWSKinesisDataStreams`, `SchemaRegistry`, `AzureBlobStorage` or "
                + "`GCPPubSub`; others pass with a warning. It says which of the other properties exist, and cannot be changed later.") with
            {
                Required = true, RequiredToCreate = true, AlwaysPresent = true,
            },
            Property.Creation("region", s_region, $"Region in which the connection runs: {StreamConnectionParts.Named(s_region)}; others pass with a warning.") with { Usage = "Default: the region of the workspace." },
            .. Of("Cluster"),
            .. Of("Kafka"),
            .. Of("Https"),
            .. Of("AWSLambda"),
            .. Of("SchemaRegistry"),
            .. Of("AzureBlobStorage"),
            .. Of("GCPPubSub"),
            Property.Creation(
                "networking",
                StreamConnectionParts.Networking,
                "How Atlas reaches the other end. For `Kafka`, `S3`, `AWSKinesisDataStreams`, `AWSLambda`, `AzureBlobStorage` and `GCPPubSub`.") with
            {
                Usage = "Default: over the internet. It cannot be changed later.",
                Variants = ["Kafka", "S3", "AWSKinesisDataStreams", "AWSLambda", "AzureBlobStorage", "GCPPubSub"],
            },
            Property.Computed("id", Property.Text, "Id that Atlas gave the connection: 24 hexadecimal digits, for information. It is addressed by its name.") with
            {
                Name = "connectionId",
            },
            Property.Computed("state", Property.Text, "State of the connection: `PENDING`, `READY`, `DELETING` or `FAILED`.") with { Volatility = Volatility.ChangesOnWrite },
        ],
        Read = new Operation("getGroupStreamConnection", HttpMethod.Get, OnePath),
        Create = new Operation("createGroupStreamConnection", HttpMethod.Post, Path),
        Update = new Operation("updateGroupStreamConnection", HttpMethod.Patch, OnePath),
        Delete = new Operation("deleteGroupStreamConnection", HttpMethod.Delete, OnePath) { BusyCodes = ["STREAM_KAFKA_CONNECTION_IS_DEPLOYING"] },
        List = new ListOperation("listGroupStreamConnections", Path, "results", Paging.Number) { PageSize = 500 },
        States = new StateRules("state", ["READY"], ["FAILED"]) { Leaving = ["DELETING"] },
        Rules = [StreamConnectionRules.Sample, StreamConnectionRules.Authentication, StreamConnectionRules.Access],
        Incoming = StreamConnectionOddities.Incoming,
        ComposeCreate = StreamConnectionOddities.ComposeCreate,
        ComposeUpdate = StreamConnectionOddities.ComposeUpdate,
        IsGone = StreamConnectionOddities.IsGone,
        Explain = StreamConnectionOddities.Explain,
        Collides = (_, _) => true,
        ParentKey = target => $"atlas/{target.Part("groupId")}/{target.Part("tenantName")}",
    };

    /// <summary>Its functions.</summary>
    public static ImmutableArray<FunctionDefinition> Functions { get; } =
    [
        Lookups.One(Table, "Looks up one connection of an Atlas stream processing workspace by its name. Secrets that Atlas never gives back are missing."),
        Lookups.Many(Table, "StreamConnections", "Lists the connections of an Atlas stream processing workspace, all pages.", []),
    ];

    // What a type has of its own; types that share a property are named with the first of them.
    private static IEnumerable<PropertyDefinition> Of(string type) => type switch
    {
        "Cluster" =>
        [
            Managed("Cluster", "clusterName", new TextType { MinLength = 1 }, "Name of the Atlas cluster. For `Cluster`.") with { Usage = "Needed to create such a connection.", RequiredToCreate = true },
            Managed("Cluster", "clusterGroupId", StreamConnectionParts.ObjectId, "Id of the cluster's project for a `Cluster` connection, where it is not the workspace's: 24 lower-case hexadecimal digits. The organisation must allow that.") with { Usage = "Default: the workspace's project." },
            Managed("Cluster", "dbRoleToExecute", StreamConnectionParts.DatabaseRole, "The role with which the cluster of a `Cluster` connection is used."),
        ],
        "Kafka" =>
        [
            Managed("Kafka", "bootstrapServers", new TextType { MinLength = 1 }, "Addresses of the brokers, `host:port`, separated by commas. For `Kafka`.") with { Usage = "Needed to create such a connection.", RequiredToCreate = true },
            Managed("Kafka", "authentication", StreamConnectionParts.Authentication, "How Atlas logs in to the brokers; sent as a whole, its secrets with it. For `Kafka`.") with { Usage = "Needed to create such a connection.", RequiredToCreate = true },
            Managed("Kafka", "security", StreamConnectionParts.Security, "How the traffic to the brokers is protected. For `Kafka`.") with { Usage = "Needed to create such a connection.", RequiredToCreate = true },
            Managed("Kafka", "config", Property.Map(Property.Text), "Further settings of the client of a `Kafka` connection, for example `auto.offset.reset`; numbers as texts. Managed as a whole: `{}` removes all.") with { AbsentMeans = StreamConnectionParts.NoEntries },
        ],
        "Https" =>
        [
            Managed("Https", "url", new TextType { MinLength = 1 }, "Address that is called. For `Https`.") with { Usage = "Needed to create such a connection.", RequiredToCreate = true },
            Managed("Https", "headers", Property.Map(Property.Text), "Headers sent with each call of an `Https` connection. Managed as a whole: `{}` removes all. Treated as secret.") with { Secret = true, AbsentMeans = StreamConnectionParts.NoEntries },
        ],
        "AWSLambda" =>
        [
            Property.Managed("aws", StreamConnectionParts.Aws, "The AWS role that Atlas takes. For `AWSLambda`, `S3` and `AWSKinesisDataStreams`.") with
            {
                Usage = "Needed to create such a connection.",
                Variants = ["AWSLambda", "S3", "AWSKinesisDataStreams"], RequiredToCreate = true,
            },
        ],
        "SchemaRegistry" =>
        [
            Managed("SchemaRegistry", "provider", StreamConnectionParts.OneOf("CONFLUENT"), "Who provides the registry: `CONFLUENT`. For `SchemaRegistry`.") with { Usage = "Needed to create such a connection.", Name = "schemaRegistryProvider", RequiredToCreate = true },
            Managed("SchemaRegistry", "schemaRegistryUrls", Property.Set(new TextType { MinLength = 1 }) with { MinItems = 1, MaxItems = 10, RefusesRepeats = true }, "Addresses of the registry, in any order, each once: 1 to 10. For `SchemaRegistry`.") with { Usage = "Needed to create such a connection.", RequiredToCreate = true },
            Managed("SchemaRegistry", "schemaRegistryAuthentication", StreamConnectionParts.RegistryAuthentication, "How Atlas logs in to the registry; sent as a whole, its secret with it. For `SchemaRegistry`.") with { Usage = "Needed to create such a connection.", RequiredToCreate = true },
        ],
        "AzureBlobStorage" =>
        [
            Managed("AzureBlobStorage", "azure", StreamConnectionParts.Azure, "The Azure storage account and who opens it. For `AzureBlobStorage`.") with { Usage = "Needed to create such a connection.", RequiredToCreate = true },
        ],
        _ =>
        [
            Managed("GCPPubSub", "gcp", StreamConnectionParts.Gcp, "The Google Cloud service account that Atlas takes. For `GCPPubSub`.") with { Usage = "Needed to create such a connection.", RequiredToCreate = true },
        ],
    };

    private static PropertyDefinition Managed(string type, string wire, PropertyType value, string description) =>
        Property.Managed(wire, value, description) with { Variants = [type] };
}
