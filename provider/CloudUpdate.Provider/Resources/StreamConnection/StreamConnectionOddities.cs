using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Values;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Resources;

/// <summary>Where the API of stream connections is odd: two names for networking, a discriminator in every body, maps replaced as a whole.</summary>
internal static class StreamConnectionOddities
{
    private const string Networking = "networking";
    private const string PublicPrivateNetworking = "publicPrivateNetworking";

    private static readonly string[] s_privateLinkOnly = ["AWSLambda", "AzureBlobStorage", "GCPPubSub"];
    private static readonly (string Type, string Map)[] s_maps = [("Kafka", "config"), ("Https", "headers")];

    /// <summary>One name for networking, whatever the type; no maps where the type has none.</summary>
    public static JObject Incoming(JObject json)
    {
        if (json[PublicPrivateNetworking] is { } networking)
        {
            json.Remove(PublicPrivateNetworking);
            json[Networking] = networking;
        }

        return json;
    }

    /// <summary>The body of a creation: networking under the name that the type has for it.</summary>
    public static JObject ComposeCreate(PropertyMap inputs, JObject json) => Outgoing(json, Text(inputs.Get("type")));

    /// <summary>
    /// The whole desired object: discriminator and name, the networking in force, and a map only where it says something
    /// (an emptied one is sent as such, since the API keeps what is left out).
    /// </summary>
    public static JObject ComposeUpdate(UpdateBody body)
    {
        var type = Text(body.Live.Outputs.Get("type"));
        var json = new JObject { ["name"] = Text(body.Live.Outputs.Get("connectionName")), ["type"] = type };
        json.Merge(body.Json);
        foreach (var (_, map) in s_maps.Where(entry => json[entry.Map] is JObject { HasValues: false } && !body.Plan.Touches(entry.Map)))
        {
            json.Remove(map);
        }

        if (body.Live.Outputs.Get(Networking) is { IsNull: false } networking)
        {
            json[Networking] = WireEncoder.Value(StreamConnectionParts.Networking, networking);
        }

        return Outgoing(json, type);
    }

    /// <summary>A connection is gone when it, or its workspace, is not there. A project that is not found may only be out of sight.</summary>
    public static bool IsGone(CloudException error) =>
        error.Kind is CloudErrorKind.NotFound && error.Code is "STREAM_CONNECTION_NOT_FOUND_FOR_NAME" or "STREAM_TENANT_NOT_FOUND_FOR_NAME";

    /// <summary>What the codes of Atlas mean here.</summary>
    public static string? Explain(CloudException error) => error.Code switch
    {
        "STREAM_CONNECTION_HAS_STREAM_PROCESSORS" =>
            "stream processors use the connection; stop or delete them first (the name in Atlas's words is the workspace's, not the connection's)",
        "STREAM_CONNECTION_NAME_ALREADY_EXISTS" => "the workspace has a connection of this name; import it, adopt it with `adopt: true`, or choose another name",
        "STREAM_NETWORKING_ACCESS_TYPE_CANNOT_BE_MODIFIED" => "networking cannot be changed in place; the connection must be replaced",
        "STREAM_KAFKA_CONNECTION_IS_DEPLOYING" => "the connection is still being set up; it can be deleted when that has ended",
        "STREAM_TENANT_NOT_FOUND_FOR_NAME" => "the project has no stream processing workspace of this name; check `tenantName`",
        "GROUP_NOT_FOUND" => "there is no such project, or these credentials cannot see it; check `groupId` and the base URL",
        _ => null,
    };

    private static JObject Outgoing(JObject json, string? type)
    {
        if (s_privateLinkOnly.Contains(type) && json[Networking] is { } networking)
        {
            json.Remove(Networking);
            json[PublicPrivateNetworking] = networking;
        }

        return json;
    }

    private static string? Text(PropertyValue? value) => (value?.Unwrapped as StringValue)?.Value;
}
