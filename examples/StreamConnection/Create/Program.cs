using Pulumi;
using Pulumi.CloudUpdate.MongoDbAtlas;

return await Deployment.RunAsync(() =>
{
    var config = new Config();

    var alerts = new StreamConnection("alerts", new StreamConnectionArgs
    {
        GroupId = config.Require("groupId"),
        TenantName = config.Require("workspace"),
        ConnectionName = "alerts",
        Type = "Https",
        Url = config.Require("hookUrl"),
        Headers =
        {
            ["Authorization"] = Output.Format($"Bearer {config.RequireSecret("hookToken")}"),
        },
    });

    return new Dictionary<string, object?>
    {
        ["url"] = alerts.Url,

        // Secret like what it is made of: `pulumi stack output` shows [secret].
        ["headers"] = alerts.Headers,
    };
});
