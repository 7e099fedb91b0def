using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.State;

/// <summary>What happens to an object when the clock reaches <paramref name="Due"/>.</summary>
/// <param name="Due">When.</param>
/// <param name="Set">Members to set; null removes the object.</param>
internal sealed record Transition(DateTimeOffset Due, JObject? Set);
