using Pulumi;
using Pulumi.CloudUpdate;
using Pulumi.CloudUpdate.Csms;
using Pulumi.CloudUpdate.GlobalAccelerator;
using Pulumi.CloudUpdate.GlobalAccelerator.Inputs;
using Pulumi.CloudUpdate.MongoDbAtlas;

namespace CloudUpdate.TestProgram;

/// <summary>A program of a user's size: an explicit provider, a component with one resource of each kind, objects beside it that the
/// configuration switches on, and stack outputs. Its configuration is what the tests change between two runs.</summary>
internal static class Orders
{
    public const string AtlasProject = "64f0c0ffee1234567890abcd";
    public const string Workspace = "orders-workspace";

    public static IDictionary<string, object?> Declare()
    {
        var config = new Pulumi.Config();
        var provider = CloudProvider("clouds");
        var platform = new OrdersPlatform(
            config.Get("platform") ?? "orders",
            new OrdersPlatformArgs
            {
                Dial = config.RequireInt32("dial"),
                Brokers = config.Require("brokers"),
                KafkaPassword = config.RequireSecret("kafkaPassword"),
            },
            new ComponentResourceOptions { Provider = provider, Aliases = Former(config.Get("formerPlatform")) });
        var edge = new EndpointGroup(
            "edge",
            new EndpointGroupArgs
            {
                Name = "edge",
                Description = Output.Format($"beside {platform.GroupName}"),
                RegionId = config.Require("edgeRegion"),
                Listeners = { new EndpointGroupListenerArgs { Id = "1b11747a-b139-492f-9692-2df0b1c87193" } },
            },
            new CustomResourceOptions { Provider = provider, DependsOn = { platform } });
        if (config.GetBoolean("importEvent") == true)
        {
            ImportedEvent(provider);
        }

        if (config.GetBoolean("hook") == true)
        {
            Hook(provider, config.GetBoolean("protectHook") ?? true);
        }

        return new Dictionary<string, object?>
        {
            ["clusterStatus"] = platform.ClusterStatus,
            ["edgeId"] = edge.Id,
            ["dial"] = platform.Dial,
            ["connection"] = Output.Format($"{platform.KafkaUser}:{config.RequireSecret("kafkaPassword")}"),
        };
    }

    private static Provider CloudProvider(string name)
    {
        var config = new Pulumi.Config("cloudupdate");
        return new Provider(name, new ProviderArgs
        {
            Endpoints = config.RequireObject<Dictionary<string, string>>("endpoints"),
            HuaweiRegion = config.Require("huaweiRegion"),
            HuaweiProjectId = config.Require("huaweiProjectId"),
            HuaweiAccessKey = config.Require("huaweiAccessKey"),
            HuaweiSecretKey = config.RequireSecret("huaweiSecretKey"),
            AtlasBaseUrl = config.Require("atlasBaseUrl"),
            AtlasClientId = config.Require("atlasClientId"),
            AtlasClientSecret = config.RequireSecret("atlasClientSecret"),
        });
    }

    private static void ImportedEvent(Provider provider) => _ = new EventNotification(
        "imported",
        new EventNotificationArgs { EventName = "event-test", Adopt = true, State = "DISABLED" },
        new CustomResourceOptions { Provider = provider, ImportId = "event-test" });

    private static void Hook(Provider provider, bool protect) => _ = new StreamConnection(
        "hook",
        new StreamConnectionArgs
        {
            GroupId = AtlasProject,
            TenantName = Workspace,
            ConnectionName = "orders-https",
            Adopt = true,
            Type = "Https",
            Url = "https://hooks.example.net/orders",
        },
        new CustomResourceOptions { Provider = provider, Protect = protect });

    private static List<Input<Alias>> Former(string? name) => name is null ? [] : [new Alias { Name = name }];
}
