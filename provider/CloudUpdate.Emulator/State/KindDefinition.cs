using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.State;

/// <summary>One kind of object.</summary>
/// <param name="Kind">One of <see cref="ObjectKinds"/>.</param>
/// <param name="Cloud">Short name of the cloud it belongs to.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="KeyParts">Members of the data that make up the key.</param>
internal sealed record KindDefinition(string Kind, string Cloud, string Title, IReadOnlyList<string> KeyParts)
{
    /// <summary>True where the key itself opens doors.</summary>
    public bool IsKeySecret { get; init; }

    /// <summary>Members that an object gets where its seed leaves them out.</summary>
    public Func<EmulatorState, JObject> Complete { get; init; } = _ => [];
}
