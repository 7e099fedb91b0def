using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator;

/// <summary>An object to start with.</summary>
/// <param name="Kind">One of <see cref="ObjectKinds"/>.</param>
/// <param name="Key">Its key, see <see cref="ObjectKinds"/>.</param>
/// <param name="Data">Members as on the wire; what is left out (ids, states, times) is filled in.</param>
public sealed record SeededObject(string Kind, string Key, JObject Data);
