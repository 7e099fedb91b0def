using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Resources;

/// <summary>What belongs together in a stream connection.</summary>
internal static class StreamConnectionRules
{
    private static readonly string[] s_passwordMechanisms = ["PLAIN", "SCRAM-256", "SCRAM-512"];
    private static readonly string[] s_tokenMembers = ["method", "tokenEndpointUrl", "clientId", "clientSecret"];

    /// <summary>A sample is named by what it is a sample of.</summary>
    public static IEnumerable<Finding> Sample(CheckedInputs inputs)
    {
        if (Text(inputs.News, "type") == "Sample" && Text(inputs.News, "connectionName") is { } name && !name.StartsWith("sample_", StringComparison.Ordinal))
        {
            yield return Finding.Warning("connectionName", $"connectionName is \"{name}\"; a Sample has the name of a sample that Atlas offers, for example sample_stream_solar");
        }
    }

    /// <summary>What a mechanism needs to create a connection, and what does not go with it.</summary>
    public static IEnumerable<Finding> Authentication(CheckedInputs inputs)
    {
        if (inputs.Given("authentication")?.Unwrapped is not MapValue { Map: var members } || Text(members, "mechanism") is not { } mechanism)
        {
            yield break;
        }

        var at = PropertyPath.OfKeys("authentication");
        var needed = Needed(mechanism);
        if (inputs.Ownership is Ownership.Created)
        {
            foreach (var name in needed.Where(name => !Given(members, name)))
            {
                yield return new Finding(at.Append(name), $"{at.Append(name)} is missing; mechanism {mechanism} needs it");
            }
        }

        var foreign = s_passwordMechanisms.Contains(mechanism) ? s_tokenMembers : mechanism == "OAUTHBEARER" ? ["username", "password"] : Array.Empty<string>();
        foreach (var name in foreign.Where(name => Given(members, name)))
        {
            yield return new Finding(at.Append(name), $"{at.Append(name)} is given, but mechanism {mechanism} does not use it", IsWarning: true);
        }

        if (Given(members, "sslKey") != Given(members, "sslCertificate") && Given(members, "sslKey"))
        {
            yield return new Finding(at.Append("sslCertificate"), $"{at.Append("sslCertificate")} is missing; sslKey is its private key");
        }
    }

    /// <summary>What a way of access needs.</summary>
    public static IEnumerable<Finding> Access(CheckedInputs inputs)
    {
        if (inputs.Given("networking")?.Unwrapped is not MapValue { Map: var networking } || networking.Get("access")?.Unwrapped is not MapValue { Map: var access })
        {
            yield break;
        }

        var at = PropertyPath.OfKeys("networking").Append("access");
        var needed = Text(access, "type") switch
        {
            "PRIVATE_LINK" => "connectionId",
            "TRANSIT_GATEWAY" => "tgwRouteId",
            _ => null,
        };
        if (needed is not null && !Given(access, needed))
        {
            yield return new Finding(at.Append(needed), $"{at.Append(needed)} is missing; access type {Text(access, "type")} needs it");
        }
    }

    /// <summary>The secrets without which a Kafka log-in must not be sent: those that Atlas may hold for what the log-in says.</summary>
    public static IEnumerable<string> SecretsNeeded(PropertyMap members)
    {
        var mechanism = Text(members, "mechanism");
        var needed = new List<string>();
        if (s_passwordMechanisms.Contains(mechanism) || Given(members, "username"))
        {
            needed.Add("password");
        }

        if (mechanism == "OAUTHBEARER" || Given(members, "clientId"))
        {
            needed.Add("clientSecret");
        }

        if (Given(members, "sslCertificate"))
        {
            needed.Add("sslKey");
        }

        var any = Given(members, "password") || Given(members, "clientSecret") || Given(members, "sslKey");
        return needed.Count > 0 || any || mechanism == "AWS_MSK_IAM" ? needed : ["password", "clientSecret", "sslKey"];
    }

    /// <summary>The secrets without which a registry log-in must not be sent.</summary>
    public static IEnumerable<string> RegistrySecretsNeeded(PropertyMap members) =>
        Text(members, "type") == "SASL_INHERIT" && !Given(members, "username") ? [] : ["password"];

    private static string[] Needed(string mechanism) => mechanism switch
    {
        "OAUTHBEARER" => s_tokenMembers,
        "AWS_MSK_IAM" => ["aws"],
        _ => s_passwordMechanisms.Contains(mechanism) ? ["username", "password"] : [],
    };

    private static bool Given(PropertyMap members, string name) => members.Get(name) is { IsNull: false };

    private static string? Text(PropertyMap members, string name) => (members.Get(name)?.Unwrapped as StringValue)?.Value;
}
