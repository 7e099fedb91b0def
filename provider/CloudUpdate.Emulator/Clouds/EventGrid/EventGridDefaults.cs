using CloudUpdate.Emulator.State;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds.EventGrid;

/// <summary>Members that a cluster gets when nobody says otherwise, in the order of the documents.</summary>
internal static class EventGridDefaults
{
    public static JObject Cluster(EmulatorState state) => new()
    {
        ["name"] = "cluster",
        ["description"] = null,
        ["source_type"] = "KAFKA",
        ["sink_type"] = "KAFKA",
        ["status"] = "RUNNING",
        ["job_count"] = 0,
        ["err_code"] = null,
        ["err_message"] = null,
        ["created_time"] = Timestamps.Seconds(state.Now),
        ["updated_time"] = Timestamps.Seconds(state.Now),
        ["vpc_id"] = null,
        ["subnet_id"] = null,
        ["public_access_enabled"] = false,
        ["nat_id"] = null,
        ["eip_id"] = null,
    };
}
