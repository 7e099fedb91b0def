using CloudUpdate.Emulator.Validation;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds.Atlas;

/// <summary>What a new connection needs beyond its members' own rules. Mechanisms that nobody lists need nothing.</summary>
internal static class ConnectionNeeds
{
    public static Violation? Violation(JObject data) => (string?)data["type"] switch
    {
        "Kafka" => Credentials((JObject)data["authentication"]!) ?? Access(data["networking"]),
        "SchemaRegistry" => Registry((JObject)data["schemaRegistryAuthentication"]!),
        _ => Access(data["networking"] ?? data["publicPrivateNetworking"]),
    };

    private static Violation? Credentials(JObject authentication)
    {
        string[] needed = (string?)authentication["mechanism"] switch
        {
            "PLAIN" or "SCRAM-256" or "SCRAM-512" => ["username", "password"],
            "OAUTHBEARER" => ["method", "tokenEndpointUrl", "clientId", "clientSecret"],
            "AWS_MSK_IAM" => ["aws"],
            _ => [],
        };
        return Missing(authentication, "authentication", needed);
    }

    private static Violation? Registry(JObject authentication) =>
        Missing(authentication, "schemaRegistryAuthentication", (string?)authentication["type"] == "USER_INFO" ? ["username", "password"] : []);

    private static Violation? Access(JToken? networking) => (string?)networking?["access"]?["type"] switch
    {
        "PRIVATE_LINK" => Missing((JObject)networking["access"]!, "networking.access", ["connectionId"]),
        "TRANSIT_GATEWAY" => Missing((JObject)networking["access"]!, "networking.access", ["tgwRouteId"]),
        _ => null,
    };

    private static Violation? Missing(JObject members, string path, string[] needed) =>
        needed.FirstOrDefault(name => members[name] is null) is { } missing ? new Violation($"{path}.{missing}", "is required") : null;
}
