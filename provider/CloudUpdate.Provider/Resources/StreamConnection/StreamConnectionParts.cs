using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Resources;

/// <summary>The objects that stream connections are made of. Texts that the documents leave open pass with a warning at most.</summary>
internal static class StreamConnectionParts
{
    /// <summary>Names of workspaces and connections: a rule that Atlas's own tools keep to, and that the document does not state.</summary>
    public static TextType Label { get; } = new()
    {
        MinLength = 1,
        Pattern = new TextPattern("[A-Za-z0-9_-]{1,64}", "have 1 to 64 letters, digits, underscores and hyphens") { Strict = false },
    };

    /// <summary>An id of Atlas.</summary>
    public static TextType ObjectId { get; } = new()
    {
        Pattern = new TextPattern("[a-f0-9]{24}", "be 24 lower-case hexadecimal digits") { Strict = false },
    };

    /// <summary>The kinds of connections.</summary>
    public static TextType Types { get; } = new()
    {
        Values =
        [
            new("Sample", "A stream of made-up data, without settings."),
            new("Cluster", "An Atlas cluster."),
            new("Kafka", "Apache Kafka brokers."),
            new("Https", "An address called over HTTPS."),
            new("AWSLambda", "AWS Lambda functions."),
            new("S3", "AWS S3 buckets."),
            new("AWSKinesisDataStreams", "AWS Kinesis data streams."),
            new("SchemaRegistry", "A registry of message schemas."),
            new("AzureBlobStorage", "Azure Blob Storage."),
            new("GCPPubSub", "Google Cloud Pub/Sub."),
        ],
    };

    /// <summary>A map without entries.</summary>
    public static PropertyValue NoEntries { get; } = PropertyValue.Of(PropertyMap.Empty);

    /// <summary>The role with which a cluster is used.</summary>
    public static ObjectType DatabaseRole { get; } = new(
        "StreamConnectionDatabaseRole",
        "The database role with which a cluster is used.",
        [
            Property.Member("role", new TextType { MinLength = 1 }, "The role: for a built-in one `atlasAdmin`, `readWriteAnyDatabase` or `readAnyDatabase`, otherwise the custom role's name.") with { Required = true },
            Property.Member("type", OneOf("BUILT_IN", "CUSTOM"), "Kind of the role: `BUILT_IN` or `CUSTOM`.") with { Required = true },
        ]);

    /// <summary>The AWS role that Atlas takes.</summary>
    public static ObjectType Aws { get; } = new(
        "StreamConnectionAws",
        "The AWS role that Atlas takes. It must be registered under the project's cloud provider access first.",
        [
            Property.Member(
                "roleArn",
                new TextType { MinLength = 1, Pattern = new TextPattern("arn:aws[a-z-]*:iam::\\d{12}:role/.+", "look like arn:aws:iam::123456789012:role/name") { Strict = false } },
                "ARN of the role, for example `arn:aws:iam::123456789012:role/streams`.") with { Required = true },
            Property.Member("testBucket", new TextType { MinLength = 1 }, "S3 bucket with which Atlas checks the role.") with { MayBeHidden = true },
        ]);

    /// <summary>An Azure storage account and who opens it.</summary>
    public static ObjectType Azure { get; } = new(
        "StreamConnectionAzure",
        "An Azure storage account and the service principal that opens it. The principal must be authorised under the project's cloud provider access first.",
        [
            Property.Member("servicePrincipalId", new TextType { MinLength = 1 }, "Id of the service principal, a UUID.") with { Required = true },
            Property.Member(
                "storageAccountName",
                new TextType { MinLength = 1, Pattern = new TextPattern("[a-z0-9]{3,24}", "have 3 to 24 lower-case letters and digits") { Strict = false } },
                "Name of the storage account: 3 to 24 lower-case letters and digits.") with { Required = true },
            Property.Member("region", new TextType { MinLength = 1 }, "Azure region of the account, for example `eastus2`. Atlas calls it obsolete."),
        ]);

    /// <summary>The Google Cloud service account that Atlas takes.</summary>
    public static ObjectType Gcp { get; } = new(
        "StreamConnectionGcp",
        "The Google Cloud service account that Atlas takes.",
        [Property.Member("serviceAccountId", new TextType { MinLength = 1 }, "E-mail address of the service account.") with { Required = true }]);

    /// <summary>How Atlas logs in to Kafka.</summary>
    public static ObjectType Authentication { get; } = new(
        "StreamConnectionAuthentication",
        "How Atlas logs in to Kafka brokers. It is sent as a whole: Atlas never gives the secrets in it back, so a change of one member needs them all.",
        [
            Property.Member("mechanism", OneOf("PLAIN", "SCRAM-256", "SCRAM-512", "OAUTHBEARER", "AWS_MSK_IAM"), "The mechanism: `PLAIN`, `SCRAM-256`, `SCRAM-512`, `OAUTHBEARER` or `AWS_MSK_IAM`; others pass with a warning."),
            Property.Member("username", new TextType { MinLength = 1 }, "User name, for `PLAIN` and `SCRAM`."),
            Secret("password", "Password, for `PLAIN` and `SCRAM`."),
            Property.Member("method", OneOf("OIDC"), "Method of `OAUTHBEARER`: `OIDC`."),
            Property.Member("tokenEndpointUrl", new TextType { MinLength = 1 }, "Token address of the identity provider, for `OAUTHBEARER`."),
            Property.Member("clientId", new TextType { MinLength = 1 }, "Client id, for `OAUTHBEARER`."),
            Secret("clientSecret", "Client secret, for `OAUTHBEARER`."),
            Property.Member("scope", Property.Text, "Scopes asked for, separated by blanks, for `OAUTHBEARER`."),
            Property.Member("saslOauthbearerExtensions", Property.Text, "Extensions, `key=value` separated by commas, for `OAUTHBEARER`."),
            Property.Member("sslCertificate", new TextType { MinLength = 1 }, "Client certificate (PEM), together with `sslKey`.") with { MayBeHidden = true },
            Secret("sslKey", "Private key of the client certificate (PEM)."),
            Secret("sslKeyPassword", "Password of the private key, where it is encrypted."),
            Property.Member("aws", Aws, "The AWS role, for `AWS_MSK_IAM`."),
        ])
    {
        SecretsNeeded = StreamConnectionRules.SecretsNeeded,
        Unused = StreamConnectionRules.Unused,
    };

    /// <summary>How the traffic to Kafka is protected.</summary>
    public static ObjectType Security { get; } = new(
        "StreamConnectionSecurity",
        "How the traffic to Kafka brokers is protected.",
        [
            Property.Member("protocol", OneOf("SASL_PLAINTEXT", "SASL_SSL", "SSL", "PLAINTEXT"), "The protocol: `SASL_PLAINTEXT`, `SASL_SSL` or `SSL`; the older `PLAINTEXT` is still taken, and kept as it is."),
            Property.Member("brokerPublicCertificate", new TextType { MinLength = 1 }, "Certificate (PEM) that the brokers' certificates are checked against."),
        ]);

    /// <summary>How Atlas logs in to a schema registry.</summary>
    public static ObjectType RegistryAuthentication { get; } = new(
        "StreamConnectionRegistryAuthentication",
        "How Atlas logs in to a schema registry. It is sent as a whole: Atlas never gives the password back, so a change of one member needs it.",
        [
            Property.Member("type", OneOf("USER_INFO", "SASL_INHERIT"), "How: `USER_INFO` with user name and password, or `SASL_INHERIT` as the Kafka connection does.") with { Required = true },
            Property.Member("username", new TextType { MinLength = 1 }, "User name or public key, for `USER_INFO`."),
            Secret("password", "Password or private key, for `USER_INFO`."),
        ])
    {
        SecretsNeeded = StreamConnectionRules.RegistrySecretsNeeded,
        Unused = StreamConnectionRules.RegistryUnused,
    };

    /// <summary>How Atlas reaches the other end.</summary>
    public static ObjectType Networking { get; } = new(
        "StreamConnectionNetworking",
        "How Atlas reaches the other end of a connection.",
        [
            Property.Member(
                "access",
                new ObjectType(
                    "StreamConnectionAccess",
                    "The way to the other end of a connection.",
                    [
                        Property.Member("type", OneOf("PUBLIC", "VPC", "PRIVATE_LINK", "TRANSIT_GATEWAY"), "The way: `PUBLIC`, `VPC` (over a peering), `PRIVATE_LINK` or `TRANSIT_GATEWAY`. Default: `PUBLIC`."),
                        Property.Member("connectionId", ObjectId, "Id of the private link connection, for `PRIVATE_LINK`."),
                        Property.Member("name", Property.Text, "Name of the private link connection; Atlas reserves it for `PRIVATE_LINK`."),
                        Property.Member("tgwRouteId", ObjectId, "Id of the transit gateway route, for `TRANSIT_GATEWAY`."),
                    ]),
                "The way to the other end."),
        ]);

    /// <summary>A text with documented values; others pass with a warning.</summary>
    public static TextType OneOf(params string[] values) => new() { MinLength = 1, Values = [.. values.Select(value => new NamedValue(value, string.Empty))] };

    /// <summary>The documented values, for a description.</summary>
    public static string Named(TextType type) => string.Join(", ", type.Values.Select(value => $"`{value.Value}`"));

    private static PropertyDefinition Secret(string wire, string description) =>
        Property.Member(wire, new TextType { MinLength = 1 }, $"{description} Atlas never gives it back.") with { WriteOnly = true };
}
