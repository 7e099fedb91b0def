using CloudUpdate.Emulator.Http;
using CloudUpdate.Emulator.State;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds.Atlas;

/// <summary>The states that connections go through.</summary>
internal static class ConnectionStates
{
    public static void Deploy(Call call, StoredObject stored, TimeSpan delay) =>
        StateChange.Begin(call, stored, Delay(call, stored, delay), Named("PENDING"), _ => Named(call.FailState ? "FAILED" : "READY"));

    /// <summary>Connections over the public network are ready at once.</summary>
    public static TimeSpan Delay(Call call, StoredObject stored, TimeSpan delay)
    {
        var networking = ConnectionMerge.Networking(stored.Data["networking"] ?? stored.Data["publicPrivateNetworking"]);
        return (string?)networking["type"] == "PUBLIC" && !call.Settings.AtlasDelaysPublicConnections ? TimeSpan.Zero : delay;
    }

    public static JObject Named(string state) => new() { ["state"] = state };
}
