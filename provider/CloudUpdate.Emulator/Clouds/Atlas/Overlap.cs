using CloudUpdate.Emulator.Http;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds.Atlas;

/// <summary>
/// What writers that overlap do to each other: each works on the workspace as it was when its request began, so the last one to
/// finish undoes what the others did meanwhile.
/// </summary>
internal static class Overlap
{
    public static void Damage(Call call)
    {
        if (!call.Settings.AtlasCorruptsOverlappingWrites || call.Window is not { Overlapped: true } window)
        {
            return;
        }

        foreach (var stored in call.Objects.Under(ObjectKinds.AtlasConnection, call["groupId"], call["tenantName"]).ToList())
        {
            if (!window.Children.TryGetValue(stored.Key, out var before))
            {
                call.Objects.Remove(stored);
            }
            else if (!JToken.DeepEquals(stored.Data, before))
            {
                stored.Data = (JObject)before.DeepClone();
                call.Objects.Schedule(stored, null);
            }
        }

        foreach (var (key, data) in window.Children)
        {
            if (call.Objects.FindKey(ObjectKinds.AtlasConnection, key) is null)
            {
                call.Objects.Put(ObjectKinds.AtlasConnection, key, (JObject)data.DeepClone());
            }
        }
    }
}
