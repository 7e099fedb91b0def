using System.Globalization;
using CloudUpdate.Emulator.State;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Page;

/// <summary>One object: its name, its state, its properties.</summary>
internal static class ObjectCard
{
    private static readonly string[] StateMembers = ["status", "state"];

    public static void Write(Html html, ObjectView item)
    {
        var definition = KindCatalog.Check(item.Kind, item.Key);
        var name = (string?)item.Data["name"] ?? ObjectKey.Parts(item.Key)[^1];
        html.Markup("<div class=\"card\"><div>").Element("strong", definition.IsKeySecret ? "***" : name).Element("em", definition.Title);
        if (State(item.Data) is { } state)
        {
            html.Element("span", item.Left is { } left ? $"{state}, {Seconds(left)} left" : state, $"badge {Tone(state)}");
        }

        html.Markup("</div><table>");
        foreach (var (path, value) in Flatten(item.Data, ""))
        {
            if (path != "name" && !StateMembers.Contains(path))
            {
                html.Markup("<tr>").Element("td", path, "mono").Markup("<td class=\"mono\">");
                Value(html, value);
                html.Markup("</td></tr>");
            }
        }

        html.Markup("</table></div>");
    }

    private static string? State(JObject data) =>
        StateMembers.Select(member => data[member]).FirstOrDefault(value => value?.Type == JTokenType.String)?.ToString();

    private static string Tone(string state) => state switch
    {
        "ACTIVE" or "RUNNING" or "READY" or "ENABLED" or "accepted" or "200" => "good",
        "ERROR" or "FAILED" or "rejected" or "failed" or "303" => "bad",
        _ when state.EndsWith("_FAILED", StringComparison.Ordinal) => "bad",
        _ => "wait",
    };

    /// <summary>Members of objects under dotted names; lists of plain values on one line.</summary>
    private static IEnumerable<(string Path, JToken Value)> Flatten(JToken token, string path) => token switch
    {
        JObject { Count: > 0 } members => members.Properties().SelectMany(
            member => Flatten(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}")),
        JArray items when items.Any(item => item is JContainer) => items.SelectMany((item, i) => Flatten(item, $"{path}[{i}]")),
        _ => [(path, token)],
    };

    private static void Value(Html html, JToken value)
    {
        switch (value)
        {
            case { Type: JTokenType.Null }:
                html.Element("span", "none", "nil");
                break;
            case JArray { Count: 0 } or JObject { Count: 0 }:
                html.Element("span", "empty", "nil");
                break;
            case JArray items:
                html.Text(string.Join(", ", items.Select(item => item.ToString(Formatting.None).Trim('"'))));
                break;
            case { Type: JTokenType.String } when (string?)value == "":
                html.Element("span", "empty", "nil");
                break;
            default:
                html.Text(value.Type == JTokenType.Boolean ? value.ToString().ToLowerInvariant() : value.ToString());
                break;
        }
    }

    private static string Seconds(TimeSpan left) => $"{Math.Max(0, left.TotalSeconds).ToString("0.#", CultureInfo.InvariantCulture)} s";
}
