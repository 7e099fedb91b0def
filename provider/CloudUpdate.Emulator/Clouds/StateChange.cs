using CloudUpdate.Emulator.Http;
using CloudUpdate.Emulator.State;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds;

/// <summary>Puts objects into a state that the clock will end.</summary>
internal static class StateChange
{
    /// <summary>Shows an interim state now and the final members when the delay is over; without a delay the final members at once.</summary>
    public static void Begin(Call call, StoredObject stored, TimeSpan delay, JObject interim, Func<DateTimeOffset, JObject> final)
    {
        if (delay <= TimeSpan.Zero)
        {
            stored.Data = ObjectStore.Merged(stored.Data, final(call.Now));
            call.Objects.Schedule(stored, null);
            return;
        }

        stored.Data = ObjectStore.Merged(stored.Data, interim);
        var due = call.Now + delay;
        call.Objects.Schedule(stored, new Transition(due, final(due)));
    }

    /// <summary>Shows an interim state now and removes the object when the delay is over.</summary>
    public static void BeginRemoval(Call call, StoredObject stored, TimeSpan delay, JObject interim)
    {
        if (delay <= TimeSpan.Zero)
        {
            call.Objects.Remove(stored);
            return;
        }

        stored.Data = ObjectStore.Merged(stored.Data, interim);
        call.Objects.Schedule(stored, new Transition(call.Now + delay, null));
    }
}
