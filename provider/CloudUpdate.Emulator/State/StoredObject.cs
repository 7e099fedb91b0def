using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.State;

/// <summary>One object: what the cloud knows of it, and what will become of it.</summary>
/// <param name="kind">One of <see cref="ObjectKinds"/>.</param>
/// <param name="key">See <see cref="ObjectKey"/>.</param>
/// <param name="data">
/// Members as on the wire, write-only ones included. Names starting with an underscore are the emulator's own and are never answered.
/// </param>
internal sealed class StoredObject(string kind, string key, JObject data)
{
    public string Kind { get; } = kind;

    public string Key { get; } = key;

    public JObject Data { get; set; } = data;

    /// <summary>The change that the clock will bring; null when the object is settled.</summary>
    public Transition? Transition { get; set; }

    /// <summary>What reads still see although it was overwritten; null when reads see the truth.</summary>
    public StaleView? Stale { get; set; }

    public string? Text(string member) => (string?)Data[member];
}
