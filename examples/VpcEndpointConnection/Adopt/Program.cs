using Pulumi;
using Pulumi.CloudUpdate.Css;

return await Deployment.RunAsync(() =>
{
    var config = new Config();

    var partners = new VpcEndpointConnection("partners", new VpcEndpointConnectionArgs
    {
        ClusterId = config.Require("clusterId"),
        Action = "receive",
        EndpointIdList = config.RequireObject<string[]>("endpointIds"),
    });

    return new Dictionary<string, object?>
    {
        ["connections"] = partners.Connections.Apply(connections => connections.ToDictionary(connection => connection.Id, connection => connection.Status)),
    };
});
