using System.Globalization;
using CloudUpdate.Emulator.Clouds;
using CloudUpdate.Emulator.State;

namespace CloudUpdate.Emulator.Page;

/// <summary>The page for people: objects per cloud, the last requests, the faults in force. Plain HTML without scripts.</summary>
internal static class OverviewPage
{
    private const int ShownRequests = 25;
    private static readonly Lazy<string> Style = new(ReadStyle);

    public static string Render(EmulatorServer server, IReadOnlyList<CloudApi> clouds, IReadOnlyList<ObjectView> objects)
    {
        var requests = server.Journal.Entries;
        var faults = server.Faults.All;
        var html = new Html()
            .Markup("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>CloudUpdate emulator</title>")
            .Markup("<link rel=\"icon\" href=\"data:,\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><style>").Markup(Style.Value).Markup("</style></head><body>");
        Header(html, server, clouds, objects, requests.Count, faults.Count);
        html.Markup("<main>");
        RequestList.Write(html, [.. requests.TakeLast(ShownRequests).Reverse()], requests.Count);
        FaultTable.Write(html, faults);
        foreach (var cloud in clouds)
        {
            Cloud(html, cloud, [.. objects.Where(item => KindCatalog.Check(item.Kind, item.Key).Cloud == cloud.Name)]);
        }

        html.Markup("<footer>Reload for the latest. The same as JSON: <code>/_emulator/objects</code>, <code>/_emulator/journal</code>, ")
            .Markup("<code>/_emulator/faults</code>, <code>/_emulator/settings</code>. Secrets are masked.</footer></main></body></html>");
        return html.ToString();
    }

    private static void Header(
        Html html, EmulatorServer server, IReadOnlyList<CloudApi> clouds, IReadOnlyList<ObjectView> objects, int requests, int faults)
    {
        html.Markup("<header><h1>CloudUpdate emulator</h1><p>Listening on ").Element("code", server.Address.GetLeftPart(UriPartial.Authority))
            .Markup(" · its time is ").Element("code", Timestamps.Seconds(server.Now)).Markup("</p><nav>");
        Anchor(html, "requests", "Requests", requests);
        Anchor(html, "faults", "Faults", faults);
        foreach (var cloud in clouds)
        {
            Anchor(html, cloud.Name, cloud.Title, objects.Count(item => KindCatalog.Check(item.Kind, item.Key).Cloud == cloud.Name));
        }

        html.Markup("</nav></header>");
    }

    private static void Anchor(Html html, string id, string title, int count) =>
        html.Markup($"<div><a href=\"#{id}\">").Text(title).Markup("</a> ").Element("span", Count(count)).Markup("</div>");

    private static void Cloud(Html html, CloudApi cloud, IReadOnlyList<ObjectView> objects)
    {
        html.Markup($"<section id=\"{cloud.Name}\"><h2>").Text(cloud.Title).Element("span", Count(objects.Count)).Markup("</h2>");
        if (objects.Count == 0)
        {
            html.Element("p", "No objects.", "empty");
        }

        html.Markup("<div class=\"cards\">");
        foreach (var item in objects)
        {
            ObjectCard.Write(html, item);
        }

        html.Markup("</div></section>");
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string ReadStyle()
    {
        using var stream = typeof(OverviewPage).Assembly.GetManifestResourceStream("page.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
