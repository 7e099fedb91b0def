using System.Collections.Immutable;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pulumi.Engine.Config;
using Pulumi.Engine.Events;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Backend;

/// <summary>The history of one stack: a record and a copy of the state for each operation.</summary>
internal sealed class HistoryFiles(string folder, string stack, TimeProvider time)
{
    private const string Extension = ".history.json";

    public IReadOnlyList<HistoryEntry> Read() => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateFiles(folder, $"{stack}-*{Extension}")
            .OrderBy(Stamp)
            .Select((path, index) => Read(JsonText.ParseObject(File.ReadAllText(path), path), index + 1))
            .Reverse(),
    ];

    /// <summary>Adds a record.</summary>
    /// <returns>The time stamp that names it: Unix time in nanoseconds.</returns>
    public long Add(HistoryEntry entry, byte[] state)
    {
        Directory.CreateDirectory(folder);
        var stamp = (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * 100;
        var latest = Directory.EnumerateFiles(folder, $"{stack}-*{Extension}").Select(Stamp).DefaultIfEmpty().Max();
        stamp = Math.Max(stamp, latest + 1);
        AtomicFile.Write(Path.Combine(folder, $"{stack}-{stamp}.checkpoint.json"), state, backup: null);
        AtomicFile.Write(Path.Combine(folder, $"{stack}-{stamp}{Extension}"), Write(entry).ToString(Formatting.None), backup: null);
        return stamp;
    }

    private static JObject Write(HistoryEntry entry) => new()
    {
        ["kind"] = KindName(entry.Kind),
        ["startTime"] = entry.StartTime.ToUnixTimeSeconds(),
        ["message"] = entry.Message,
        ["environment"] = new JObject(entry.Environment.Select(pair => new JProperty(pair.Key, pair.Value))),
        ["config"] = new JObject(entry.Config.Select(pair => new JProperty(pair.Key, pair.Value.Token.DeepClone()))),
        ["version"] = 0,
        ["result"] = entry.Succeeded ? "succeeded" : "failed",
        ["endTime"] = entry.EndTime.ToUnixTimeSeconds(),
        ["resourceChanges"] = new JObject(entry.ResourceChanges.Select(pair => new JProperty(pair.Key.WireName(), pair.Value))),
    };

    private static HistoryEntry Read(JObject json, int version) => new()
    {
        Version = version,
        Kind = Enum.GetValues<UpdateKind>().FirstOrDefault(kind => KindName(kind) == (string?)json["kind"]),
        StartTime = DateTimeOffset.FromUnixTimeSeconds((long?)json["startTime"] ?? 0),
        EndTime = DateTimeOffset.FromUnixTimeSeconds((long?)json["endTime"] ?? 0),
        Message = (string?)json["message"] ?? string.Empty,
        Environment = Members(json["environment"]).ToImmutableSortedDictionary(member => member.Name, member => (string?)member.Value ?? string.Empty),
        Config = Members(json["config"]).ToImmutableSortedDictionary(member => member.Name, member => new ConfigValue(member.Value)),
        Succeeded = (string?)json["result"] == "succeeded",
        ResourceChanges = Members(json["resourceChanges"])
            .Select(member => (Operation: Enum.GetValues<StepOperation>().Where(operation => operation.WireName() == member.Name).Cast<StepOperation?>().FirstOrDefault(), member.Value))
            .Where(change => change.Operation is not null)
            .ToImmutableSortedDictionary(change => change.Operation!.Value, change => (int)change.Value),
    };

    private static IEnumerable<JProperty> Members(JToken? token) => (token as JObject ?? []).Properties();

    /// <summary>The name that records and the command line use.</summary>
    internal static string KindName(UpdateKind kind) => kind switch
    {
        UpdateKind.Update => "update",
        UpdateKind.Refresh => "refresh",
        UpdateKind.Destroy => "destroy",
        UpdateKind.ResourceImport => "resource-import",
        _ => "import",
    };

    private long Stamp(string path)
    {
        var name = Path.GetFileName(path);
        return long.TryParse(name[(stack.Length + 1)..^Extension.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var stamp) ? stamp : 0;
    }
}
