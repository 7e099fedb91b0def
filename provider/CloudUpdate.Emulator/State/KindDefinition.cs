using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.State;

/// <summary>One kind of object.</summary>
/// <param name="Kind">One of <see cref="ObjectKinds"/>.</param>
/// <param name="Cloud">Short name of the cloud it belongs to.</param>
/// <param name="KeyParts">Members of the data that make up the key.</param>
internal sealed record KindDefinition(string Kind, string Cloud, IReadOnlyList<string> KeyParts)
{
    /// <summary>Members that an object gets where its seed leaves them out.</summary>
    public Func<EmulatorState, JObject> Complete { get; init; } = _ => [];
}
