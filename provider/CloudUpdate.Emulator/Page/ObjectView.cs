using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Page;

/// <summary>An object as the page shows it.</summary>
/// <param name="Kind">One of <see cref="ObjectKinds"/>.</param>
/// <param name="Key">Its key.</param>
/// <param name="Data">Its members, secrets masked.</param>
/// <param name="Left">Time until it reaches its next state; null where it is settled.</param>
internal sealed record ObjectView(string Kind, string Key, JObject Data, TimeSpan? Left);
