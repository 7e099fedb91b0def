using CloudUpdate.TestKit.Time;
using Newtonsoft.Json.Linq;

namespace Pulumi.Cli.Tests.Operations;

/// <summary>Event logs as their readers see them.</summary>
internal static class EventLogFile
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    public static IReadOnlyList<JObject> Read(string path) => [.. File.ReadAllLines(path).Select(JObject.Parse)];

    /// <summary>The kind of an event: the key that ends in <c>Event</c>.</summary>
    public static string Kind(JObject entry) => entry.Properties().Single(member => member.Name.EndsWith("Event", StringComparison.Ordinal)).Name;

    /// <summary>Reads along until a line is there.</summary>
    public static Task WaitForAsync(string path, Predicate<string> condition)
    {
        return PollAsync().OrTimeout();

        async Task PollAsync()
        {
            while (!Lines(path).Any(line => condition(line)))
            {
                await Task.Delay(s_pause, TimeProvider.System);
            }
        }
    }

    private static string[] Lines(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd().Split('\n');
    }
}
