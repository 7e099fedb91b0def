using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.State;

/// <summary>The time during which one write to a parent is in flight.</summary>
/// <param name="children">What the parent's children looked like when the write began.</param>
internal sealed class WriteWindow(IReadOnlyDictionary<string, JObject> children)
{
    public IReadOnlyDictionary<string, JObject> Children { get; } = children;

    public bool Overlapped { get; set; }
}
