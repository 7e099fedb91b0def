using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Clouds.Http;

namespace CloudUpdate.Provider.Tests.Clouds.Http;

/// <summary>From template and values to the exact address.</summary>
public sealed class RequestTargetTests
{
    [TestCase("plain", "/v1/plain/x")]
    [TestCase("a b", "/v1/a%20b/x")]
    [TestCase("a/b", "/v1/a%2Fb/x", Description = "a slash does not become another segment")]
    [TestCase("a?b#c", "/v1/a%3Fb%23c/x")]
    [TestCase("100%", "/v1/100%25/x")]
    [TestCase("ünï", "/v1/%C3%BCn%C3%AF/x")]
    [TestCase("...", "/v1/.../x")]
    [TestCase("%2e%2e", "/v1/%252e%252e/x", Description = "an encoded dot segment stays a name")]
    public void For_Value_IsOneSegmentAndIsSentAsItIs(string value, string path)
    {
        var target = RequestTarget.For(new Uri("https://h.example"), Request("/v1/{name}/x", value));

        Assert.That(target.Path, Is.EqualTo(path));
        Assert.That(target.ToUri().OriginalString, Is.EqualTo("https://h.example" + path));
        Assert.That(target.ToUri().AbsolutePath, Is.EqualTo(path), ".NET does not rewrite it");
    }

    [TestCase("")]
    [TestCase(".")]
    [TestCase("..")]
    public void For_ValueThatWouldChangeThePath_IsRefused(string value)
    {
        var error = Assert.Throws<CloudException>(() => RequestTarget.For(new Uri("https://h.example"), Request("/v1/{name}/x", value)));

        Assert.That(error!.Kind, Is.EqualTo(CloudErrorKind.InvalidInput));
    }

    [Test]
    public void For_MissingValue_IsRefusedWithItsName() =>
        Assert.That(
            Assert.Throws<CloudException>(() => RequestTarget.For(new Uri("https://h.example"), Request("/v1/{project_id}/x", "n")))!.CloudMessage,
            Is.EqualTo("the path parameter project_id is missing"));

    [Test]
    public void For_ProjectId_IsFilledInUnlessGiven()
    {
        var request = Request("/v1/{project_id}/{name}", "n");
        var given = request with { PathValues = new Dictionary<string, string> { ["name"] = "n", ["project_id"] = "own" } };

        Assert.That(RequestTarget.For(new Uri("https://h.example"), request, "p1").Path, Is.EqualTo("/v1/p1/n"));
        Assert.That(RequestTarget.For(new Uri("https://h.example"), given, "p1").Path, Is.EqualTo("/v1/own/n"));
    }

    [TestCase("https://h.example", "h.example")]
    [TestCase("https://h.example:443", "h.example")]
    [TestCase("https://h.example:8443", "h.example:8443")]
    [TestCase("http://127.0.0.1:8080", "127.0.0.1:8080")]
    [TestCase("http://[::1]:8080", "[::1]:8080")]
    public void Host_OfAnAddress_NamesThePortUnlessItIsTheSchemesOwn(string address, string host) =>
        Assert.That(new RequestTarget(new Uri(address), "/", "").Host, Is.EqualTo(host));

    [Test]
    public void For_BaseAddressWithAPath_PutsItInFront() =>
        Assert.That(RequestTarget.For(new Uri("https://gw.example/huawei/"), Request("/v1/{name}", "n")).Path, Is.EqualTo("/huawei/v1/n"));

    [Test]
    public void CloudRequest_AsText_ShowsNoValue()
    {
        var request = Request("/v1/{name}", "secret-name") with { Body = new Newtonsoft.Json.Linq.JObject { ["password"] = "secret" } };

        Assert.That(request.ToString(), Is.EqualTo("eg Op (GET /v1/{name})"));
    }

    private static CloudRequest Request(string template, string value) => new()
    {
        Service = "eg",
        Operation = "Op",
        Method = HttpMethod.Get,
        PathTemplate = template,
        PathValues = new Dictionary<string, string> { ["name"] = value },
    };
}
