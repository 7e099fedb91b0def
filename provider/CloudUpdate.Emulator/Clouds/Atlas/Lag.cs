using CloudUpdate.Emulator.Http;
using CloudUpdate.Emulator.State;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds.Atlas;

/// <summary>Reads that do not see the latest write yet.</summary>
internal static class Lag
{
    /// <summary>Lets reads see earlier data for as long as the settings say; null where there was none.</summary>
    public static void Begin(Call call, StoredObject stored, JObject? before)
    {
        if (call.Settings.AtlasReadLag > TimeSpan.Zero || call.Settings.AtlasStaleReads > 0)
        {
            stored.Stale = new StaleView(before, call.Now + call.Settings.AtlasReadLag, call.Settings.AtlasStaleReads);
        }
    }

    /// <summary>What a request sees of a connection; null where it does not see it at all.</summary>
    public static JObject? Seen(Call call, StoredObject stored)
    {
        if (stored.Stale is not { } stale)
        {
            return stored.Data;
        }

        if (call.Now >= stale.Until && stale.ReadsLeft <= 0)
        {
            stored.Stale = null;
            return stored.Data;
        }

        stale.ReadsLeft--;
        return stale.Data;
    }
}
