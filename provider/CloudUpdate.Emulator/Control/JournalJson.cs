using System.Globalization;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Control;

/// <summary>Journal entries as the control routes show them: without raw bodies.</summary>
internal static class JournalJson
{
    public static JObject From(JournalEntry entry) => new()
    {
        ["sequence"] = entry.Sequence,
        ["arrival"] = entry.Arrival,
        ["receivedAt"] = Time(entry.ReceivedAt),
        ["answeredAt"] = Time(entry.AnsweredAt),
        ["method"] = entry.Method,
        ["path"] = entry.Path,
        ["cloud"] = entry.Cloud,
        ["operation"] = entry.Operation,
        ["principal"] = entry.Principal,
        ["headers"] = new JObject(entry.Headers.Select(header => new JProperty(header.Key, header.Value))),
        ["body"] = entry.Body?.DeepClone(),
        ["status"] = entry.Status,
        ["outcome"] = entry.Outcome.ToString().ToLowerInvariant(),
        ["answer"] = entry.Answer?.DeepClone(),
        ["fault"] = entry.Fault,
        ["nullMembers"] = new JArray(entry.NullMembers),
        ["overlapped"] = entry.Overlapped,
    };

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
