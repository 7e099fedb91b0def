using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Resources;

/// <summary>What belongs together in a stream connection.</summary>
internal static class StreamConnectionRules
{
    private static readonly string[] s_passwordMechanisms = ["PLAIN", "SCRAM-256", "SCRAM-512"];
    private static readonly string[] s_passwordMembers = ["username", "password"];
    private static readonly string[] s_tokenMembers = ["method", "tokenEndpointUrl", "clientId", "clientSecret"];
    private static readonly string[] s_tokenOptions = ["scope", "saslOauthbearerExtensions"];

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
        if (inputs.Ownership is Ownership.Created && mechanism != OldMechanism(inputs))
        {
            foreach (var name in needed.Where(name => !Given(members, name)))
            {
                yield return new Finding(at.Append(name), $"{at.Append(name)} is missing; mechanism {mechanism} needs it");
            }
        }

        foreach (var name in Unused(members).Where(name => Given(members, name)))
        {
            yield return new Finding(at.Append(name), $"{at.Append(name)} is given, but mechanism {mechanism} does not use it", IsWarning: true);
        }

        if (Given(members, "sslKey") && !Given(members, "sslCertificate"))
        {
            yield return new Finding(at.Append("sslCertificate"), $"{at.Append("sslCertificate")} is missing; sslKey is its private key");
        }

        if (IsEncrypted(members) && !Given(members, "sslKeyPassword"))
        {
            yield return new Finding(at.Append("sslKeyPassword"), $"{at.Append("sslKeyPassword")} is missing; sslKey is encrypted");
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
        List<string> needed = [.. SecretsOf(members)];
        if (Given(members, "sslCertificate") || Given(members, "sslKey"))
        {
            needed.Add("sslKey");
        }

        if (IsEncrypted(members))
        {
            needed.Add("sslKeyPassword");
        }

        var any = Given(members, "password") || Given(members, "clientSecret");
        return needed.Count > 0 || any || Text(members, "mechanism") == "AWS_MSK_IAM" ? needed : ["password", "clientSecret", "sslKey"];
    }

    /// <summary>The secrets without which a registry log-in must not be sent.</summary>
    public static IEnumerable<string> RegistrySecretsNeeded(PropertyMap members) => Text(members, "type") == "SASL_INHERIT" ? [] : ["password"];

    /// <summary>Members of a Kafka log-in that its mechanism does not use.</summary>
    public static IEnumerable<string> Unused(PropertyMap members) => Text(members, "mechanism") switch
    {
        "OAUTHBEARER" => s_passwordMembers,
        "AWS_MSK_IAM" => [.. s_passwordMembers, .. s_tokenMembers, .. s_tokenOptions],
        { } mechanism when s_passwordMechanisms.Contains(mechanism) => [.. s_tokenMembers, .. s_tokenOptions],
        _ => [],
    };

    /// <summary>Members of a registry log-in that its type does not use.</summary>
    public static IEnumerable<string> RegistryUnused(PropertyMap members) => Text(members, "type") == "SASL_INHERIT" ? s_passwordMembers : [];

    // A connection that was created with a mechanism has what that needs, whether or not the program still states it.
    private static string? OldMechanism(CheckedInputs inputs) =>
        inputs.Olds.Get("authentication")?.Unwrapped is MapValue { Map: var members } ? Text(members, "mechanism") : null;

    private static string[] Needed(string mechanism) => mechanism switch
    {
        "OAUTHBEARER" => s_tokenMembers,
        "AWS_MSK_IAM" => ["aws"],
        _ => s_passwordMechanisms.Contains(mechanism) ? s_passwordMembers : [],
    };

    // What the mechanism asks for; where it is not stated or not known, what the other members go with.
    private static IEnumerable<string> SecretsOf(PropertyMap members) => Text(members, "mechanism") switch
    {
        "OAUTHBEARER" => ["clientSecret"],
        "AWS_MSK_IAM" => [],
        { } mechanism when s_passwordMechanisms.Contains(mechanism) => ["password"],
        _ => [.. Given(members, "username") ? s_passwordMembers[1..] : [], .. Given(members, "clientId") ? s_tokenMembers[3..] : []],
    };

    // Both forms of an encrypted key in PEM say so in plain words.
    private static bool IsEncrypted(PropertyMap members) => Text(members, "sslKey")?.Contains("ENCRYPTED", StringComparison.Ordinal) == true;

    private static bool Given(PropertyMap members, string name) => members.Get(name) is { IsNull: false };

    private static string? Text(PropertyMap members, string name) => (members.Get(name)?.Unwrapped as StringValue)?.Value;
}
