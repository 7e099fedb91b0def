using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Schema;
using CloudUpdate.Provider.Values;

namespace CloudUpdate.Provider.Resources;

/// <summary>Lists every connection of a cluster, with what belongs to its endpoint service.</summary>
internal static class ConnectionLookup
{
    private static readonly ObjectType s_permission = new(
        "VpcEndpointPermission",
        "Who may connect to a cluster's endpoint service.",
        [
            Property.Member("id", Property.Text, "Id that the service gave the permission."),
            Property.Member("permission", Property.Text, "Whom it is for, for example `iam:domain::` and an account id, or `*` for everybody."),
            Property.Member("permission_type", Property.Text, "Kind of the permission, for example `domainId`."),
            Property.Member("created_at", Property.Text, "When it was given (ISO 8601)."),
        ]);

    /// <summary>The function.</summary>
    public static FunctionDefinition Definition { get; } = new()
    {
        Token = "cloudupdate:css:getVpcEndpointConnections",
        Description = "Lists the VPC endpoint connections of a cluster of the Cloud Search Service, whatever their status.",
        Resource = VpcEndpointConnection.Table,
        Inputs = [.. VpcEndpointConnection.Table.Identity.Parts, .. Settings.Location(VpcEndpointConnection.Table)],
        Outputs =
        [
            .. VpcEndpointConnection.Table.Identity.Parts,
            .. Settings.Location(VpcEndpointConnection.Table),
            Property.Computed("connections", Property.List(VpcEndpointConnection.Connection), "The connections; empty where there are none.") with { AlwaysPresent = true },
            Property.Computed("permissions", Property.List(s_permission), "Who may connect; empty where nobody was named.") with
            {
                AlwaysPresent = true, AbsentMeans = PropertyValue.Of(Enumerable.Empty<PropertyValue>()),
            },
            Property.Computed("vpcServiceName", Property.Text, "Name of the endpoint service that endpoints connect to."),
            Property.Computed("vpcepUpdateSwitch", Property.Boolean, "Whether the endpoint service can be updated."),
        ],
        Run = async (args, location, scope) =>
        {
            var cluster = new ObjectTarget(string.Empty, location, args.Where((key, _) => key == "clusterId"));
            return await new ConnectionLister(VpcEndpointConnection.Table).ListAsync(cluster, scope) is var (connections, answer)
                ? WireDecoder.Object(Definition!.Outputs, answer)
                    .With(cluster.Parts)
                    .With("connections", PropertyValue.Of(connections.Select(connection => WireDecoder.Value(VpcEndpointConnection.Connection, connection, "connections"))))
                : null;
        },
    };
}
