using Pulumi;
using UnitTested.Infrastructure;

return await Deployment.RunAsync(() =>
{
    var config = new Config();

    var rollout = new RegionRollout("storefront", new RegionRolloutArgs
    {
        EndpointGroupId = config.Require("endpointGroupId"),
        Stage = config.Require("stage"),
    });

    return new Dictionary<string, object?> { ["summary"] = rollout.Summary };
});
