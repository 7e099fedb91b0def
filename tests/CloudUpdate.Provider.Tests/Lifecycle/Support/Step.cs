using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;

namespace CloudUpdate.Provider.Tests.Lifecycles.Support;

/// <summary>What the engine did with a resource.</summary>
internal enum Op
{
    Refused,
    Create,
    Same,
    Update,
    Replace,
}

/// <summary>One step of one resource.</summary>
/// <param name="Op">What the engine did.</param>
/// <param name="Failures">Why the inputs were refused.</param>
/// <param name="Diff">The answer to Diff, if it was asked.</param>
/// <param name="Outputs">What the program sees.</param>
internal sealed record Step(Op Op, IReadOnlyList<CheckFailure> Failures, DiffResponse? Diff, PropertyMap Outputs)
{
    /// <summary>The detailed diff as <c>path KIND</c>, in order.</summary>
    public IReadOnlyList<string> Details =>
        [.. (Diff?.DetailedDiff ?? []).OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key} {entry.Value.Kind}")];
}
