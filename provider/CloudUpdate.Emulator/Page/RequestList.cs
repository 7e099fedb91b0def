using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Page;

/// <summary>The last requests, newest first.</summary>
internal static class RequestList
{
    public static void Write(Html html, IReadOnlyList<JournalEntry> entries, int total)
    {
        html.Markup("<section id=\"requests\"><h2>Requests").Element("span", Shown(entries.Count, total)).Markup("</h2>");
        if (entries.Count == 0)
        {
            html.Element("p", "No request yet.", "empty").Markup("</section>");
            return;
        }

        html.Markup("<div class=\"list\"><table><thead><tr><th>Time</th><th>Request</th><th>Answer</th><th>From</th></tr></thead><tbody>");
        foreach (var entry in entries)
        {
            Row(html, entry);
        }

        html.Markup("</tbody></table></div></section>");
    }

    private static void Row(Html html, JournalEntry entry)
    {
        html.Markup("<tr>")
            .Element("td", entry.ReceivedAt.UtcDateTime.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture), "fixed mono")
            .Markup("<td class=\"path\"><strong>").Text(entry.Method).Markup("</strong> ").Element("code", entry.Path);
        html.Markup("<div>");
        Body(html, "body", entry.Body);
        Body(html, "answer", entry.Answer);
        html.Markup("</div></td><td class=\"fixed\">").Element("span", Outcome(entry), $"badge {Tone(entry)}");
        if (entry.Fault is { } fault)
        {
            html.Text($" fault {fault.ToString(CultureInfo.InvariantCulture)}");
        }

        html.Markup("</td>").Element("td", entry.Principal.Length == 0 ? "nobody" : entry.Principal, entry.Principal.Length == 0 ? "fixed nil" : "fixed").Markup("</tr>");
    }

    private static void Body(Html html, string title, JToken? body)
    {
        if (body is not null)
        {
            html.Markup("<details><summary>").Text(title).Markup("</summary>").Element("pre", body.ToString(Formatting.Indented)).Markup("</details>");
        }
    }

    private static string Outcome(JournalEntry entry) => entry.Outcome switch
    {
        JournalOutcome.Answered => entry.Status.ToString(CultureInfo.InvariantCulture),
        JournalOutcome.Truncated => $"{entry.Status}, broken off",
        JournalOutcome.Reset => "connection reset",
        _ => "sender gone",
    };

    private static string Tone(JournalEntry entry) => entry switch
    {
        { Outcome: not JournalOutcome.Answered } or { Status: >= 500 } => "bad",
        { Status: >= 400 } => "wait",
        _ => "good",
    };

    private static string Shown(int shown, int total) => shown == total ? $"{total}" : $"the last {shown} of {total}";
}
