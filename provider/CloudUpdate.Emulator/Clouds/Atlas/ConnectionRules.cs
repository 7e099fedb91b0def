using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CloudUpdate.Emulator.Validation;

namespace CloudUpdate.Emulator.Clouds.Atlas;

/// <summary>The union of stream connections: which members each type has, as in MongoDB's Atlas Administration API description.</summary>
internal static partial class ConnectionRules
{
    /// <summary>Members that are stored and never answered, as paths.</summary>
    public static IReadOnlyList<string> WriteOnly { get; } =
    [
        "authentication.password", "authentication.clientSecret", "authentication.sslKey", "authentication.sslKeyPassword",
        "schemaRegistryAuthentication.password",
    ];

    /// <summary>Maps, which are replaced as a whole.</summary>
    public static IReadOnlyList<string> Maps { get; } = ["config", "headers"];

    private static readonly FieldRule Links = new("links", FieldType.Any);

    private static readonly IReadOnlyList<FieldRule> Common =
    [
        Text("name") with { StrictPattern = NameForm() },
        Text("type"),
        Text("region"),
        new("id", FieldType.Any),
        new("state", FieldType.Any),
        Links,
    ];

    private static readonly FieldRule Aws = Object("aws", Text("roleArn") with { Required = true, StrictPattern = RoleForm() }, Text("testBucket"));

    private static readonly FieldRule Networking = Object("networking", Access(
        ["PUBLIC", "VPC", "PRIVATE_LINK", "TRANSIT_GATEWAY"], Text("name"), Text("tgwRouteId") with { Pattern = HexId() }));

    private static readonly FieldRule PublicPrivateNetworking = Object("publicPrivateNetworking", Access(["PUBLIC", "PRIVATE_LINK"]));

    private static readonly FieldRule Authentication = Object(
        "authentication",
        [
            .. new[]
            {
                "mechanism", "username", "password", "method", "tokenEndpointUrl", "clientId", "clientSecret", "scope",
                "saslOauthbearerExtensions", "sslCertificate", "sslKey", "sslKeyPassword",
            }.Select(Text),
            Aws,
        ]);

    private static readonly FrozenDictionary<string, IReadOnlyList<FieldRule>> Types = new Dictionary<string, IReadOnlyList<FieldRule>>
    {
        ["Sample"] = [],
        ["Cluster"] =
        [
            Text("clusterName") with { Required = true },
            Text("clusterGroupId") with { StrictPattern = HexId() },
            Object(
                "dbRoleToExecute",
                Text("role") with { Required = true },
                Text("type") with { Required = true, Values = ["BUILT_IN", "CUSTOM"] }),
        ],
        ["Kafka"] =
        [
            Text("bootstrapServers") with { Required = true },
            Authentication with { Required = true },
            Object("security", Text("protocol"), Text("brokerPublicCertificate")) with { Required = true },
            new("config", FieldType.TextMap),
            Networking,
        ],
        ["Https"] = [Text("url") with { Required = true }, new("headers", FieldType.TextMap)],
        ["AWSLambda"] = [Aws with { Required = true }, PublicPrivateNetworking],
        ["S3"] = [Aws with { Required = true }, Networking],
        ["AWSKinesisDataStreams"] = [Aws with { Required = true }, Networking],
        ["SchemaRegistry"] =
        [
            Text("provider") with { Required = true, Values = ["CONFLUENT"] },
            new("schemaRegistryUrls", FieldType.Texts) { Required = true, Range = (1, 10), Unique = true, Pattern = UrlForm() },
            Object(
                "schemaRegistryAuthentication",
                Text("type") with { Required = true, Values = ["USER_INFO", "SASL_INHERIT"] },
                Text("username"),
                Text("password")) with { Required = true },
        ],
        ["AzureBlobStorage"] =
        [
            Object(
                "azure",
                Text("servicePrincipalId") with { Required = true, StrictPattern = UuidForm() },
                Text("storageAccountName") with { Required = true, StrictPattern = StorageAccountForm() },
                Text("region")) with { Required = true },
            PublicPrivateNetworking,
        ],
        ["GCPPubSub"] = [Object("gcp", Text("serviceAccountId") with { Required = true }) with { Required = true }, PublicPrivateNetworking],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> TypeNames => Types.Keys.Order(StringComparer.Ordinal);

    /// <summary>Rules of a create body; null where the type is unknown.</summary>
    public static IReadOnlyList<FieldRule>? Create(string type) =>
        Types.TryGetValue(type, out var members) ? [Common[0] with { Required = true }, .. Common.Skip(1), .. members] : null;

    /// <summary>Rules of an update body: nothing is required at the top. Inside a sent object the merge decides.</summary>
    public static IReadOnlyList<FieldRule> Update(string type) => [.. Common, .. Types[type].Select(Optional)];

    /// <summary>Rules of the object that an update results in.</summary>
    public static IReadOnlyList<FieldRule> Result(string type) => Types[type];

    private static FieldRule Optional(FieldRule rule) => rule with { Required = false, Members = [.. rule.Members.Select(Optional)] };

    private static FieldRule Text(string name) => new(name, FieldType.Text) { Range = (0, 64 * 1024) };

    private static FieldRule Object(string name, params IReadOnlyList<FieldRule> members) => new(name, FieldType.Object) { Members = [.. members, Links] };

    private static FieldRule Access(IReadOnlyList<string> types, params IReadOnlyList<FieldRule> more) => Object(
        "access", [Text("type") with { Values = types }, Text("connectionId") with { Pattern = HexId() }, .. more]);

    [GeneratedRegex(@"^[a-f0-9]{24}\z")]
    public static partial Regex HexId();

    [GeneratedRegex(@"^[a-zA-Z0-9_-]{1,64}\z")]
    private static partial Regex NameForm();

    [GeneratedRegex(@"^arn:aws:iam::[0-9]{12}:role/.+\z")]
    private static partial Regex RoleForm();

    [GeneratedRegex(@"^https?://[^/\s]+(/\S*)?\z")]
    private static partial Regex UrlForm();

    [GeneratedRegex(@"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\z")]
    private static partial Regex UuidForm();

    [GeneratedRegex(@"^[a-z0-9]{3,24}\z")]
    private static partial Regex StorageAccountForm();
}
