using CloudUpdate.Emulator.State;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds.GlobalAccelerator;

/// <summary>Members that objects get when nobody says otherwise.</summary>
internal static class GlobalAcceleratorDefaults
{
    public static JObject Accelerator(EmulatorState state) => Common(state, new JObject
    {
        ["name"] = "accelerator",
        ["description"] = "",
        ["status"] = "ACTIVE",
        ["ip_sets"] = new JArray { new JObject { ["ip_type"] = "IPV4", ["ip_address"] = "203.0.113.1", ["area"] = "OUTOFCM" } },
        ["enterprise_project_id"] = "0",
        ["flavor_id"] = "ga-standard",
    });

    public static JObject Listener(EmulatorState state) => Common(state, new JObject
    {
        ["name"] = "listener",
        ["description"] = "",
        ["status"] = "ACTIVE",
        ["protocol"] = "TCP",
        ["port_ranges"] = new JArray { new JObject { ["from_port"] = 443, ["to_port"] = 443 } },
        ["client_affinity"] = "NONE",
    });

    public static JObject EndpointGroup(EmulatorState state) => Common(state, new JObject
    {
        ["name"] = "endpoint-group",
        ["description"] = "",
        ["status"] = "ACTIVE",
        ["traffic_dial_percentage"] = 100,
        ["region_id"] = "ap-southeast-1",
        ["listeners"] = new JArray(),
    });

    public static JObject Endpoint(EmulatorState state) => Common(state, new JObject
    {
        ["resource_id"] = "",
        ["resource_type"] = "EIP",
        ["ip_address"] = "203.0.113.10",
        ["weight"] = 1,
        ["status"] = "ACTIVE",
        ["health_state"] = "HEALTHY",
    });

    public static JObject HealthCheck(EmulatorState state) => Common(state, new JObject
    {
        ["endpoint_group_id"] = "",
        ["protocol"] = "TCP",
        ["port"] = 443,
        ["interval"] = 10,
        ["timeout"] = 5,
        ["max_retries"] = 3,
        ["enabled"] = true,
        ["status"] = "ACTIVE",
    });

    private static JObject Common(EmulatorState state, JObject members)
    {
        members["created_at"] = Timestamps.Milliseconds(state.Now);
        members["updated_at"] = Timestamps.Milliseconds(state.Now);
        members["domain_id"] = DemoCredentials.DomainId;
        return members;
    }
}
