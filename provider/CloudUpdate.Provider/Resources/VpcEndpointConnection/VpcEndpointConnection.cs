using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Resources;

/// <summary>
/// Decisions about endpoint connections of a CSS cluster. Huawei Cloud API reference, Cloud Search Service, "Updating an Endpoint Connection" and
/// "Querying Endpoint Connections".
/// </summary>
internal static class VpcEndpointConnection
{
    /// <summary>Call that lists connections and, with POST, decides about them.</summary>
    public const string Path = "/v1.0/{project_id}/clusters/{cluster_id}/vpcepservice/connections";

    /// <summary>What a list answers about one connection.</summary>
    public static ObjectType Connection { get; } = new(
        "VpcEndpointConnectionDetail",
        "A connection of a VPC endpoint to a cluster.",
        [
            Property.Member("id", Property.Text, "Id of the VPC endpoint, as in `endpointIdList`.") with { Required = true },
            Property.Member("status", Property.Text, "`pendingAcceptance`, `creating`, `accepted`, `rejected`, `failed` or `deleting`.") with { Required = true },
            Property.Member("maxSession", Property.Text, "Greatest number of sessions, as text."),
            Property.Member("specificationName", Property.Text, "Specification of the endpoint, for example `default`."),
            Property.Member("created_at", Property.Text, "When the connection was made (ISO 8601)."),
            Property.Member("update_at", Property.Text, "When the connection was last changed (ISO 8601); missing where it never was."),
            Property.Member("domain_id", Property.Text, "Id of the account that owns the endpoint."),
            Property.Member("vpcepIp", Property.Text, "IPv4 address of the endpoint."),
            Property.Member("vpcepIpv6Address", Property.Text, "IPv6 address of the endpoint; missing where it has none."),
            Property.Member("vpcepDnsName", Property.Text, "Domain name of the endpoint; missing where it has none."),
        ]);

    private static readonly PropertyDefinition s_clusterId =
        Property.Identity("cluster_id", new TextType { MinLength = 1 }, "Id of the CSS cluster.") with { Usage = "Another cluster is another resource.", Required = true };

    private static readonly PropertyDefinition s_endpoints = Property.Managed(
        "endpoint_id_list",
        Property.Set(new TextType { MinLength = 1, Pattern = new TextPattern("[^/,]*", "not contain a slash or a comma") }) with { MinItems = 1 },
        "Ids of the VPC endpoints that the decision is about, in any order; at least one. An id has no slash and no comma.") with
    {
        Usage = "One that is removed is left as it is.",
        Required = true,
        AlwaysPresent = true,
    };

    /// <summary>The table.</summary>
    public static ResourceDefinition Table { get; } = new()
    {
        Token = "cloudupdate:css:VpcEndpointConnection",
        Title = "VPC endpoint connection",
        Service = "css",
        IsRegional = true,
        Timeout = TimeSpan.FromMinutes(5),
        ReadLag = TimeSpan.FromMinutes(2),
        Identity = new IdentityDefinition(AdoptionDoor.Always, [s_clusterId]) { Segments = [s_clusterId, s_endpoints] },
        Properties =
        [
            s_endpoints,
            Property.Managed(
                "action",
                new TextType { Pattern = new TextPattern("receive|reject", "be `receive` or `reject`") },
                "The decision about the endpoints: `receive` accepts them, `reject` rejects them.") with
            {
                Required = true, AlwaysPresent = true,
            },
            Property.Computed("connections", Property.List(Connection), "The connections of the listed endpoints as the cluster shows them.") with
            {
                AlwaysPresent = true, Volatility = Volatility.ChangesOnWrite,
            },
        ],
        Read = new Operation("ListVpcepConnections", HttpMethod.Get, Path),
        Update = new Operation("UpdateVpcepConnection", HttpMethod.Post, Path) { BusyCodes = [ConnectionErrors.Busy, ConnectionErrors.BusyOrFaulty] },
        States = new StateRules("status", [VpcEndpointConnectionDriver.Decided], [VpcEndpointConnectionDriver.Failed]),
        Explain = ConnectionErrors.Explain,
        ParentKey = target => $"css/{target.Location.Region}/{target.Part("clusterId")}",
        Driver = definition => new VpcEndpointConnectionDriver(definition),
    };

    /// <summary>Its functions.</summary>
    public static ImmutableArray<FunctionDefinition> Functions { get; } = [ConnectionLookup.Definition];

    /// <summary>The texts of a list; none where there is no known list.</summary>
    public static ImmutableArray<string> Texts(PropertyMap bag, string key) =>
        bag.Get(key)?.Unwrapped is ListValue list ? [.. list.Items.Select(item => item.Unwrapped).OfType<StringValue>().Select(text => text.Value)] : [];
}
