using CloudUpdate.Emulator;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>Stream connections: one case for each of the ten types.</summary>
internal static class ConnectionCases
{
    public const string Token = "cloudupdate:mongodbatlas:StreamConnection";

    /// <summary>Ends of the paths of secrets that Atlas never gives back.</summary>
    private static readonly string[] s_writeOnly =
    [
        "authentication.password", "authentication.clientSecret", "authentication.sslKey", "authentication.sslKeyPassword", "schemaRegistryAuthentication.password",
    ];

    public static ResourceCase Sample { get; } = Case("Sample", "sample_stream_solar") with { Creation = Creation("Sample", "sample_stream_lunar") };

    public static ResourceCase Cluster { get; } = Case("Cluster", "orders-cluster") with
    {
        Changes =
        [
            Bag.Of(("clusterName", "orders-prod-2")),
            Bag.Of(("clusterGroupId", "64f0c0ffee1234567890ffff")),
            Bag.Of(("dbRoleToExecute", Bag.Of(("role", "readWriteAnyDatabase"), ("type", "BUILT_IN")))),
        ],
        OtherChanges = [Bag.Of(("dbRoleToExecute", Bag.Of(("role", "streamWriter"), ("type", "CUSTOM"))))],
        Another = ("clusterName", "orders-prod-3"),
        Drift = (new JObject { ["clusterName"] = "drifted" }, "drifted"),
        Creation = Creation("Cluster", "orders-sink", ("clusterName", "orders-prod")),
    };

    public static ResourceCase Kafka { get; } = Case("Kafka", "orders-kafka") with
    {
        Changes =
        [
            Bag.Of(("bootstrapServers", "b-3.kafka.example.net:9096")),
            Bag.Of(("authentication", Bag.Of(("mechanism", "SCRAM-256"), ("username", "orders-2"), ("password", "invented-password-2")))),
            Bag.Of(("security", Bag.Of(("protocol", "SASL_PLAINTEXT")))),
            Bag.Of(("config", Bag.Of(("auto.offset.reset", "latest"), ("group.protocol.type", "consumer")))),
        ],
        OtherChanges =
        [
            Bag.Of(("authentication", Bag.Of(("mechanism", "SCRAM-512"), ("username", "orders"), ("password", "invented-password-3")))),
            Bag.Of(("authentication", Bag.Of(
                ("mechanism", "OAUTHBEARER"), ("method", "OIDC"), ("tokenEndpointUrl", "https://idp.example.net/oauth2/token"), ("clientId", "streams-client"),
                ("clientSecret", "invented-client-secret"), ("scope", "read:orders"), ("saslOauthbearerExtensions", "logicalCluster=lkc-demo1")))),
            Bag.Of(("authentication", Bag.Of(
                ("mechanism", "PLAIN"), ("username", "orders"), ("password", "invented-password-4"), ("sslCertificate", "invented client certificate"),
                ("sslKey", "invented ENCRYPTED key"), ("sslKeyPassword", "invented-key-password")))),
            Bag.Of(("authentication", Bag.Of(("mechanism", "AWS_MSK_IAM"), ("aws", Bag.Of(("roleArn", "arn:aws:iam::123456789012:role/streams-msk")))))),
            Bag.Of(("security", Bag.Of(("brokerPublicCertificate", "-----BEGIN CERTIFICATE-----\nMIIBinventedBody\n-----END CERTIFICATE-----")))),
        ],
        Another = ("bootstrapServers", "b-4.kafka.example.net:9096"),
        Drift = (new JObject { ["bootstrapServers"] = "drifted:9096" }, "drifted:9096"),
        Creation = Creation(
            "Kafka",
            "clicks-kafka",
            ("bootstrapServers", "b-1.kafka.example.net:9096"),
            ("authentication", Bag.Of(("mechanism", "SCRAM-512"), ("username", "clicks"), ("password", "invented-password-1"))),
            ("security", Bag.Of(("protocol", "SASL_SSL")))),
    };

    public static ResourceCase Https { get; } = Case("Https", "orders-https") with
    {
        Changes =
        [
            Bag.Of(("url", "https://hooks.example.net/orders/2")),
            Bag.Of(("headers", Bag.Of(("Authorization", "Bearer invented-token"), ("X-Tenant", "green")))),
        ],
        Another = ("url", "https://hooks.example.net/orders/3"),
        Drift = (new JObject { ["url"] = "https://drifted.example.net" }, "https://drifted.example.net"),
        Creation = Creation("Https", "webhook", ("url", "https://hooks.example.net/clicks")),
    };

    public static ResourceCase Lambda { get; } = OfAws("AWSLambda", "orders-lambda");

    public static ResourceCase S3 { get; } = OfAws("S3", "orders-s3");

    public static ResourceCase Kinesis { get; } = OfAws("AWSKinesisDataStreams", "orders-kinesis");

    public static ResourceCase Registry { get; } = Case("SchemaRegistry", "orders-registry") with
    {
        Changes =
        [
            Bag.Of(("schemaRegistryUrls", new[] { "https://psrc-2.example.net:8081", "https://psrc-3.example.net:8081" })),
            Bag.Of(("schemaRegistryAuthentication", Bag.Of(("type", "USER_INFO"), ("username", "sr-user-2"), ("password", "invented-sr-password-2")))),
        ],
        OtherChanges =
        [
            Bag.Of(("schemaRegistryAuthentication", Bag.Of(("type", "USER_INFO"), ("username", "sr-user"), ("password", "invented-sr-password-3")))),
            Bag.Of(("schemaRegistryAuthentication", Bag.Of(("type", "SASL_INHERIT")))),
        ],
        Another = ("schemaRegistryUrls", new[] { "https://psrc-4.example.net:8081" }),
        Drift = (new JObject { ["schemaRegistryUrls"] = new JArray("https://drifted.example.net") }, new[] { "https://drifted.example.net" }),
        Creation = Creation(
            "SchemaRegistry",
            "registry",
            ("schemaRegistryProvider", "CONFLUENT"),
            ("schemaRegistryUrls", new[] { "https://psrc-demo.example.net:8081" }),
            ("schemaRegistryAuthentication", Bag.Of(("type", "USER_INFO"), ("username", "sr-user"), ("password", "invented-sr-password-1")))),
    };

    public static ResourceCase Azure { get; } = Case("AzureBlobStorage", "orders-blobs") with
    {
        Changes = [Bag.Of(("azure", Bag.Of(("servicePrincipalId", "1f0e0d0c-0b0a-4909-8807-060504030201"), ("storageAccountName", "ordersblobs2"))))],
        OtherChanges =
        [
            Bag.Of(("azure", Bag.Of(("servicePrincipalId", "0f0e0d0c-0b0a-4909-8807-060504030201"), ("storageAccountName", "ordersblobdemo"), ("region", "eastus2")))),
        ],
        Another = ("azure", Bag.Of(("servicePrincipalId", "0f0e0d0c-0b0a-4909-8807-060504030201"), ("storageAccountName", "ordersblobs3"))),
        Drift = (new JObject { ["azure"] = new JObject { ["storageAccountName"] = "drifted" } }, Bag.Of(("storageAccountName", "drifted"))),
        Creation = Creation(
            "AzureBlobStorage", "blobs", ("azure", Bag.Of(("servicePrincipalId", "0f0e0d0c-0b0a-4909-8807-060504030201"), ("storageAccountName", "clicksblobs")))),
    };

    public static ResourceCase PubSub { get; } = Case("GCPPubSub", "orders-topics") with
    {
        Changes = [Bag.Of(("gcp", Bag.Of(("serviceAccountId", "streams-2@demo-project.iam.gserviceaccount.com"))))],
        Another = ("gcp", Bag.Of(("serviceAccountId", "streams-3@demo-project.iam.gserviceaccount.com"))),
        Drift = (new JObject { ["gcp"] = new JObject { ["serviceAccountId"] = "drifted@example.com" } }, Bag.Of(("serviceAccountId", "drifted@example.com"))),
        Creation = Creation("GCPPubSub", "topics", ("gcp", Bag.Of(("serviceAccountId", "streams@demo-project.iam.gserviceaccount.com")))),
    };

    public static IEnumerable<ResourceCase> Changeable => [Cluster, Kafka, Https, Lambda, S3, Kinesis, Registry, Azure, PubSub];

    public static IEnumerable<ResourceCase> All => [Sample, .. Changeable];

    /// <summary>Inputs that every connection has.</summary>
    public static PropertyMap Place(string type, string tenant = DemoCredentials.AtlasWorkspace) =>
        Bag.Of(("groupId", DemoCredentials.AtlasGroupId), ("tenantName", tenant), ("type", type));

    /// <summary>A connection's id and its key in the emulator.</summary>
    public static string Id(string name, string tenant = DemoCredentials.AtlasWorkspace) => $"{DemoCredentials.AtlasGroupId}/{tenant}/{name}";

    /// <summary>A connection in the emulator, secrets included.</summary>
    public static JObject Stored(this Workbench bench, string name, string tenant = DemoCredentials.AtlasWorkspace) =>
        bench.Emulator.Objects.Get(ObjectKinds.AtlasConnection, Id(name, tenant)) ?? throw new AssertionException($"there is no connection {name}");

    /// <summary>Puts a connection into the emulator.</summary>
    public static void PutConnection(this Workbench bench, string name, JObject data) => bench.Emulator.Objects.Put(ObjectKinds.AtlasConnection, Id(name), data);

    /// <summary>Changes a connection in the emulator as another hand would.</summary>
    public static void Meddle(this Workbench bench, string name, JObject patch) => bench.Emulator.Objects.Change(ObjectKinds.AtlasConnection, Id(name), patch);

    /// <summary>Inputs that adopt a connection and state nothing else of it.</summary>
    public static PropertyMap Door(string type, string name) => Place(type).With(Bag.Of(("connectionName", name), ("adopt", true)));

    /// <summary>Inputs that create a connection.</summary>
    public static PropertyMap Creation(string type, string name, params (string Key, object? Value)[] more) =>
        Place(type).With(Bag.Of(("connectionName", name))).With(Bag.Of(more));

    private static ResourceCase OfAws(string type, string name) => Case(type, name) with
    {
        Changes = [Bag.Of(("aws", Bag.Of(("roleArn", "arn:aws:iam::123456789012:role/streams-2"))))],
        OtherChanges = [Bag.Of(("aws", Bag.Of(("roleArn", "arn:aws:iam::123456789012:role/streams-3"), ("testBucket", "another-bucket"))))],
        Another = ("aws", Bag.Of(("roleArn", "arn:aws:iam::123456789012:role/streams-4"))),
        Drift = (new JObject { ["aws"] = new JObject { ["roleArn"] = "drifted" } }, Bag.Of(("roleArn", "drifted"))),
        Creation = Creation(type, $"clicks-{type}", ("aws", Bag.Of(("roleArn", "arn:aws:iam::123456789012:role/streams")))),
    };

    private static ResourceCase Case(string type, string name) => new()
    {
        Token = Token,
        Kind = type,
        Always = Place(type),
        Own = "connectionName",
        NameInput = "connectionName",
        MissingId = Id("none-such"),
        Door = Door(type, name),
        Id = Id(name),
        Seeded = (ObjectKinds.AtlasConnection, Id(name)),
        Changes = [],
        WriteOnly = s_writeOnly,
        Another = (string.Empty, string.Empty),
        Drift = ([], null),
        Immutable = ("connectionName", "another-name"),
        UpdateRequest = $"PATCH /api/atlas/v2/groups/{DemoCredentials.AtlasGroupId}/streams/{DemoCredentials.AtlasWorkspace}/connections/{name}",
        HasStates = true,
        FailedState = "FAILED",
        StateMember = "state",
        HasRequestIds = false,
    };
}
