using Microsoft.Extensions.Logging;

namespace CloudUpdate.TestKit.Logging;

/// <summary>One message that the code under test logged.</summary>
/// <param name="Category">The logger's category.</param>
/// <param name="Level">How loud it was.</param>
/// <param name="Event">Its id and event name.</param>
/// <param name="Message">The text.</param>
/// <param name="Values">The values of its placeholders by name, as text.</param>
/// <param name="Exception">The exception logged with it, as text; null if there is none.</param>
public sealed record LogEntry(
    string Category, LogLevel Level, EventId Event, string Message, IReadOnlyDictionary<string, string?> Values, string? Exception)
{
    /// <summary>Everything of the entry in one text, for searching.</summary>
    public override string ToString() =>
        $"{Level} {Category} {Event.Id} {Event.Name}: {Message} [{string.Join(", ", Values.Select(v => $"{v.Key}={v.Value}"))}] {Exception}";
}
