namespace CloudUpdate.Provider.Lifecycle;

/// <summary>What a diff announced for the case that the object is replaced, by what differs or because the user wishes it.</summary>
/// <param name="Identities">The identities of the object that would be replaced.</param>
/// <param name="DeletedFirst">Whether the object is deleted before its successor is created.</param>
/// <param name="Warning">What the user should know before; null for nothing.</param>
internal sealed record Announcement(IReadOnlyList<string> Identities, bool DeletedFirst, string? Warning);
