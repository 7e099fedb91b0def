using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Clouds.Waiting;

namespace CloudUpdate.Provider.Resources;

/// <summary>What one operation on one resource works with.</summary>
/// <param name="Client">The clouds.</param>
/// <param name="Locks">Locks of parent objects.</param>
/// <param name="Time">The clock.</param>
/// <param name="Notices">What is said to the user.</param>
/// <param name="Urn">The resource; empty for a function.</param>
/// <param name="Deadline">When the operation must have ended.</param>
/// <param name="Cancellation">Ends the operation.</param>
internal sealed record CallScope(
    ICloudClient Client,
    IParentLocks Locks,
    TimeProvider Time,
    INotices Notices,
    string Urn,
    DateTimeOffset Deadline,
    CancellationToken Cancellation)
{
    /// <summary>What must not be shown; nothing by default.</summary>
    public OperationSecrets Secrets { get; init; } = OperationSecrets.None;

    /// <summary>Polls by the scope's clock.</summary>
    public StateWaiter Waiter { get; } = new(Time);
}
