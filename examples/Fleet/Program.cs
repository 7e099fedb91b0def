using System.Text.Json;
using Fleet;
using Pulumi;
using Pulumi.CloudUpdate;
using Pulumi.CloudUpdate.MongoDbAtlas;

return await Deployment.RunAsync(() =>
{
    // In full, since Pulumi.CloudUpdate has a Config too.
    var config = new Pulumi.Config();
    var cloud = new Pulumi.Config("cloudupdate");
    var regions = config.RequireObject<RegionSettings[]>("regions", JsonSerializerOptions.Web);

    var intakes = regions.ToDictionary(region => region.Name, region =>
    {
        // An explicit provider knows only what it is given, so the settings that all regions share are handed on.
        var provider = new Provider(region.Name, new ProviderArgs
        {
            HuaweiRegion = region.Name,
            HuaweiProjectId = region.ProjectId,
            HuaweiAccessKey = cloud.RequireSecret("huaweiAccessKey"),
            HuaweiSecretKey = cloud.RequireSecret("huaweiSecretKey"),
            Endpoints = cloud.GetObject<Dictionary<string, string>>("endpoints") ?? [],
        });
        return new OrderIntake(
            region.Name,
            new OrderIntakeArgs
            {
                Region = region,
                ListenerId = config.Require("listenerId"),
            },
            new ComponentResourceOptions { Provider = provider });
    });

    // Atlas has no regions of that kind: the default provider, configured by the stack, does for it.
    var alerts = new StreamConnection("alerts", new StreamConnectionArgs
    {
        GroupId = config.Require("groupId"),
        TenantName = config.Require("workspace"),
        ConnectionName = "fleet-alerts",
        Type = "Https",
        Url = config.Require("hookUrl"),
        Headers =
        {
            ["Authorization"] = Output.Format($"Bearer {config.RequireSecret("hookToken")}"),
        },
    });

    return new Dictionary<string, object?>
    {
        ["clusterIds"] = intakes.ToDictionary(intake => intake.Key, intake => intake.Value.ClusterId),
        ["traffic"] = intakes.ToDictionary(intake => intake.Key, intake => intake.Value.Traffic),
        ["alertHeaders"] = alerts.Headers,
    };
});
