using System.Text.RegularExpressions;
using CloudUpdate.Emulator.Tests.Support;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Tests.Control;

internal sealed partial class PageTests : EmulatorTest
{
    private const string Attack = "\"><script>alert(1)</script><img src=x onerror=alert(2)>&'";

    [Test]
    public async Task Page_WithAllCloudsFilled_ShowsObjectsRequestsAndFaults()
    {
        await UseAsync();

        var page = await Client.SendAsync("GET", "/", null);

        Assert.Multiple(() =>
        {
            Assert.That((page.Status, page.Header("Content-Type")), Is.EqualTo((200, "text/html; charset=utf-8")));
            foreach (var text in new[]
            {
                "EventGrid", "cluster-ifpcv5u4", "Global Accelerator", "endpoint-group-name", "PENDING, 1 s left", "CSMS", "event-test", "CSS", "css-orders",
                "MongoDB Atlas", "orders-kafka", "b-1.kafka.example.net:9096", "IAM", "emulator-account", "connection reset", "status 503",
                "PUT</strong>", "access key EMULATORACCESSKEY",
            })
            {
                Assert.That(page.Text, Does.Contain(text));
            }
        });
    }

    [Test]
    public async Task Page_WithHostileContent_EscapesAllOfIt()
    {
        Server.Objects.Put(ObjectKinds.EventGridCluster, $"{DemoCredentials.ProjectId}/{Uri.EscapeDataString(Attack)}", new JObject
        {
            ["name"] = Attack,
            [Attack] = Attack,
            ["status"] = Attack,
        });
        Server.Faults.Add(new Fault { Path = Attack, ContentType = Attack, Method = Attack });
        await Client.SendAsync("GET", "/" + Uri.EscapeDataString(Attack) + "?" + Uri.EscapeDataString(Attack), null, request => request.Headers.Add("X-Auth-Token", "x"));
        await Client.SignedAsync("PUT", $"/v1/{DemoCredentials.ProjectId}/csms/events/event-test", new JObject { [Attack] = Attack }.ToString());

        var page = await Client.SendAsync("GET", "/", null);

        Assert.Multiple(() =>
        {
            Assert.That(page.Text, Does.Not.Contain("<script").And.Not.Contain("<img"));
            Assert.That(Tags().Matches(page.Text).Select(match => match.Value.ToLowerInvariant()).Distinct(), Is.SubsetOf(new[]
            {
                "html", "head", "meta", "title", "link", "style", "body", "header", "h1", "h2", "p", "code", "nav", "div", "a", "span", "main", "section",
                "table", "thead", "tbody", "tr", "th", "td", "strong", "em", "details", "summary", "pre", "footer",
            }));
        });
    }

    [Test]
    public async Task Page_WithSecretsEverywhere_ShowsNone()
    {
        await UseAsync();
        await Client.AtlasAsync("PATCH", "/orders-https", """{"type":"Https","headers":{"Authorization":"Bearer very-secret"}}""");
        await Client.SendAsync("POST", "/v3/auth/tokens", """{"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"x","password":"very-secret"}}}}}""");

        var page = await Client.SendAsync("GET", "/", null);

        foreach (var secret in new[] { "very-secret", "emulated-", DemoCredentials.SecretKey, DemoCredentials.AuthToken, DemoCredentials.AtlasClientSecret, DemoCredentials.AtlasAccessToken, DemoCredentials.IdToken })
        {
            Assert.That(page.Text, Does.Not.Contain(secret + "<").And.Not.Contain(secret + "&quot;"), secret);
        }
    }

    [Test]
    public async Task Page_OfAnEmptyEmulator_SaysThatThereIsNothing()
    {
        Server.Objects.Clear();

        var page = await Client.SendAsync("GET", "/", null);

        Assert.That(page.Text, Does.Contain("No objects.").And.Contain("No request yet.").And.Contain("None: everything works as it should."));
    }

    [Test]
    public async Task Page_InABrowserWhereOneIsInstalled_IsLaidOutAndRunsNoForeignCode()
    {
        if (Browser.Find() is not { } browser)
        {
            Assert.Ignore("No browser is installed.");
            return;
        }

        await UseAsync();
        Server.Objects.Change(
            ObjectKinds.CsmsEvent, $"{DemoCredentials.ProjectId}/event-test", new JObject { ["notification"] = new JObject { ["target_name"] = "<script>document.title='taken over'</script>" } });

        var document = await browser.DumpDocumentAsync(Server.Address, TestContext.CurrentContext.CancellationToken);
        var picture = await browser.ScreenshotAsync(Server.Address, TestContext.CurrentContext.CancellationToken);

        Assert.Multiple(() =>
        {
            Assert.That(document, Does.Contain("<title>CloudUpdate emulator</title>").And.Not.Contain("taken over</title>"));
            Assert.That(Cards().Matches(document), Has.Count.EqualTo(Server.Objects.List().Count));
            Assert.That(picture.Take(8), Is.EqualTo(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10 }));
            Assert.That(picture, Has.Length.GreaterThan(50_000), "An empty page makes a small picture.");
        });
    }

    private async Task UseAsync()
    {
        await Client.SignedAsync("PUT", "/v1/endpoint-groups/3a9f50bb-f041-4eac-a117-82472d8a0007", """{"endpoint_group":{"traffic_dial_percentage":1}}""");
        Server.Faults.Add(Fault.Answer(503) with { Operation = "kms.*", Times = 1 });
        Server.Faults.Add(Fault.ConnectionReset(FaultPoint.AfterEffect) with { Method = "DELETE" });
        await Client.SignedAsync("GET", $"/v1/{DemoCredentials.ProjectId}/csms/events");
    }

    [GeneratedRegex("(?<=<)[A-Za-z][A-Za-z0-9]*")]
    private static partial Regex Tags();

    [GeneratedRegex("<div class=\"card\">")]
    private static partial Regex Cards();
}
