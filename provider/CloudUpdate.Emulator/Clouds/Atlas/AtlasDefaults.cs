using CloudUpdate.Emulator.State;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds.Atlas;

/// <summary>Members that connections and workspaces get when nobody says otherwise.</summary>
internal static class AtlasDefaults
{
    public const string Region = "VIRGINIA_USA";

    public static JObject Workspace(EmulatorState state) => new() { ["region"] = Region };

    public static JObject Connection(EmulatorState state) => new()
    {
        ["id"] = state.Ids.Hex(24),
        ["region"] = Region,
        ["state"] = "READY",
        ["type"] = "Sample",
    };
}
