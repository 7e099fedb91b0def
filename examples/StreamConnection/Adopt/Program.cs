using Pulumi;
using Pulumi.CloudUpdate;
using Pulumi.CloudUpdate.MongoDbAtlas;

return await Deployment.RunAsync(() =>
{
    // In full, since Pulumi.CloudUpdate has a Config too.
    var config = new Pulumi.Config();

    // The password is not needed to move the connection: what is left out here is left alone in Atlas.
    var orders = new StreamConnection("orders", new StreamConnectionArgs
    {
        GroupId = config.Require("groupId"),
        TenantName = config.Require("workspace"),
        ConnectionName = config.Require("connection"),
        Adopt = true,
        Type = "Kafka",
        BootstrapServers = config.Require("bootstrapServers"),
        OnDelete = OnDelete.Restore,
    });

    return new Dictionary<string, object?>
    {
        ["bootstrapServers"] = orders.BootstrapServers,
        ["state"] = orders.State,
    };
});
