using CloudUpdate.Emulator.State;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds.Csms;

/// <summary>Members that an event gets when nobody says otherwise. Times are milliseconds, whatever the documents' text says.</summary>
internal static class CsmsDefaults
{
    public static JObject Event(EmulatorState state) => new()
    {
        ["event_id"] = state.Ids.Uuid(),
        ["event_types"] = new JArray("SECRET_VERSION_EXPIRED"),
        ["state"] = "ENABLED",
        ["create_time"] = state.Now.ToUnixTimeMilliseconds(),
        ["update_time"] = state.Now.ToUnixTimeMilliseconds(),
        ["notification"] = new JObject { ["target_type"] = "SMN", ["target_id"] = "", ["target_name"] = "" },
    };
}
