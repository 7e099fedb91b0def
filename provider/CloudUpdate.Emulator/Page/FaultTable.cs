using System.Globalization;

namespace CloudUpdate.Emulator.Page;

/// <summary>The faults in force, each in words.</summary>
internal static class FaultTable
{
    public static void Write(Html html, IReadOnlyList<FaultStatus> faults)
    {
        html.Markup("<section id=\"faults\"><h2>Faults in force").Element("span", $"{faults.Count}").Markup("</h2>");
        if (faults.Count == 0)
        {
            html.Element("p", "None: everything works as it should.", "empty").Markup("</section>");
            return;
        }

        html.Markup("<div class=\"list\"><table><thead><tr><th>No.</th><th>Requests</th><th>What happens</th><th>How often</th><th>So far</th></tr></thead><tbody>");
        foreach (var status in faults)
        {
            html.Markup("<tr>")
                .Element("td", Number(status.Id), "fixed")
                .Markup("<td class=\"path\">").Element("code", Target(status.Fault)).Markup("</td>")
                .Element("td", string.Join(", ", Effects(status.Fault)))
                .Element("td", Schedule(status.Fault), "fixed")
                .Markup("<td class=\"fixed\">").Text($"{Number(status.Hits)} of {Number(status.Seen)} hit ");
            if (status.IsSpent)
            {
                html.Element("span", "spent", "badge wait");
            }

            html.Markup("</td></tr>");
        }

        html.Markup("</tbody></table></div></section>");
    }

    private static string Target(Fault fault)
    {
        var parts = new[] { fault.Operation, fault.Method, fault.Path }.OfType<string>().ToList();
        return parts.Count == 0 ? "all" : string.Join(' ', parts);
    }

    private static string Schedule(Fault fault)
    {
        var text = fault.Times is { } times ? $"{Number(times)} times" : "always";
        text += fault.Every > 1 ? $", one in {Number(fault.Every)}" : "";
        text += fault.Lasts is { } lasts ? $", for {lasts.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s" : "";
        return text + (fault.Skip > 0 ? $", after {Number(fault.Skip)}" : "");
    }

    private static IEnumerable<string> Effects(Fault fault)
    {
        var point = fault.Point == FaultPoint.AfterEffect ? " after the effect" : " before the effect";
        if (fault.ExpireToken)
        {
            yield return "the token ends";
        }

        if (fault.FailState)
        {
            yield return "the state change fails";
        }

        if (fault.Delay > TimeSpan.Zero)
        {
            yield return $"held for {fault.Delay.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s{point}";
        }

        if (fault.Reset)
        {
            yield return $"connection reset{point}";
        }

        if (fault.Status is { } status)
        {
            yield return $"status {Number(status)}{point}";
        }

        if (fault.Body is not null)
        {
            yield return "another body";
        }

        if (fault.ContentType is { } contentType)
        {
            yield return $"content type {contentType}";
        }

        if (fault.Truncate)
        {
            yield return "body broken off";
        }

        foreach (var (name, value) in fault.Headers)
        {
            yield return $"{name}: {value}";
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
