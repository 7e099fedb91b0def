namespace CloudUpdate.Provider.Lifecycle;

/// <summary>A replacement that a diff announced.</summary>
/// <param name="Identities">The identities of the object to be replaced.</param>
/// <param name="DeletedFirst">Whether the object is deleted before its successor is created.</param>
/// <param name="Warning">What the user should know before; null for nothing.</param>
internal sealed record Announcement(IReadOnlyList<string> Identities, bool DeletedFirst, string? Warning);
