using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CloudUpdate.Emulator;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.EndToEnd.Tests.LifeCycle;

/// <summary>What a cloud was asked in each step, as a text that people can check: one line for each different request, writes with their body.
/// Requests of one step run concurrently, so that the lines are sorted.</summary>
internal sealed partial class RequestTable(EmulatorServer emulator, IReadOnlyDictionary<string, string> names)
{
    private readonly StringBuilder _text = new("# Requests of each step\n");
    private long _seen;

    /// <summary>Adds what was asked since the last step.</summary>
    /// <param name="step">The name of the step.</param>
    /// <returns>The requests.</returns>
    public IReadOnlyList<JournalEntry> Add(string step)
    {
        var requests = emulator.Journal.After(_seen);
        _seen = requests.Count == 0 ? _seen : requests.Max(request => request.Sequence);
        _text.Append(CultureInfo.InvariantCulture, $"\n## {step}\n\n");
        foreach (var group in requests.Select(Line).GroupBy(line => line, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            _text.Append("    ").Append(group.Key).Append(group.Count() == 1 ? "\n" : $" ({group.Count()} times)\n");
        }

        if (requests.Count == 0)
        {
            _text.Append("Nothing.\n");
        }

        return requests;
    }

    public override string ToString() => _text.ToString();

    private string Line(JournalEntry request)
    {
        var failure = request.Status is >= 200 and < 300 ? string.Empty : $" -> {request.Status}";
        var body = request.IsWrite && request.Body is JContainer content ? " " + content.ToString(Formatting.None) : string.Empty;
        return Named($"{request.Method} {request.Path}{failure}{body}");
    }

    private string Named(string text)
    {
        foreach (var (value, name) in names)
        {
            text = text.Replace(value, $"{{{name}}}", StringComparison.Ordinal);
        }

        return GeneratedId().Replace(text, "{id}");
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex GeneratedId();
}
