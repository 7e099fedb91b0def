using CloudUpdate.Emulator.State;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds.Css;

/// <summary>Members that clusters and connections get when nobody says otherwise.</summary>
internal static class CssDefaults
{
    public static JObject Cluster(EmulatorState state) => new()
    {
        ["name"] = "css-cluster",
        ["status"] = "200",
        ["actions"] = new JArray(),
        ["instances"] = new JArray { new JObject { ["id"] = state.Ids.Uuid(), ["name"] = "css-cluster-ess-1-1", ["status"] = "200" } },
        ["supportVpcep"] = true,
        ["vpcepIp"] = "192.168.10.20",
        ["created"] = Timestamps.Seconds(state.Now),
        ["updated"] = Timestamps.Seconds(state.Now),
        ["_vpcepservice"] = true,
        ["_vpcServiceName"] = $"cn-north-4.css.{state.Ids.Uuid()}",
        ["_permissions"] = new JArray(),
        ["_deleted"] = false,
    };

    public static JObject Connection(EmulatorState state) => new()
    {
        ["status"] = "pendingAcceptance",
        ["maxSession"] = "3000",
        ["specificationName"] = "default",
        ["created_at"] = Timestamps.Seconds(state.Now),
        ["update_at"] = null,
        ["domain_id"] = "b1a2c3d4e5f60718293a4b5c6d7e8f90",
        ["vpcepIp"] = "192.168.10.21",
        ["vpcepIpv6Address"] = null,
        ["vpcepDnsName"] = null,
    };
}
