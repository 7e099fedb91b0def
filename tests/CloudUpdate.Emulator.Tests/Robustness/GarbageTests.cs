using System.Net.Sockets;
using System.Text;
using CloudUpdate.Emulator.Tests.Support;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Tests.Robustness;

internal sealed class GarbageTests : EmulatorTest
{
    private const int Requests = 10_000;
    private const int Workers = 8;

    [Test]
    public async Task TenThousandWrongRequests_Get4xxAndChangeNothing()
    {
        var before = State();
        var wrong = new System.Collections.Concurrent.ConcurrentQueue<string>();

        await Task.WhenAll(Enumerable.Range(0, Workers).Select(async worker =>
        {
            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
            var generator = new GarbageGenerator(worker);
            for (var i = 0; i < Requests / Workers; i++)
            {
                var garbage = generator.Next();
                using var request = Build(garbage);
                using var response = await http.SendAsync(request);
                if ((int)response.StatusCode is < 400 or > 499)
                {
                    wrong.Enqueue($"{(int)response.StatusCode}: {garbage}");
                }
            }
        }));

        Assert.Multiple(() =>
        {
            Assert.That(wrong.Take(10), Is.Empty);
            Assert.That(State(), Is.EqualTo(before));
            Assert.That(Server.Journal.Entries.Select(entry => entry.Cloud).Distinct().Count(), Is.EqualTo(7), "All clouds and none were asked.");
        });
    }

    [TestCase("GARBAGE\r\n\r\n")]
    [TestCase("GET\r\n\r\n")]
    [TestCase("GET / HTTP/1.1\r\n\r\n")]
    [TestCase("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")]
    [TestCase("GET / HTTP/1.1\r\nHost: a b\r\n\r\n")]
    [TestCase("GET /a b HTTP/1.1\r\nHost: a\r\n\r\n")]
    [TestCase("GET /\u0001 HTTP/1.1\r\nHost: a\r\n\r\n")]
    [TestCase("POST /v1/endpoint-groups HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n")]
    [TestCase("POST /v1/endpoint-groups HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n")]
    [TestCase("POST /v1/endpoint-groups HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [TestCase("POST /v1/endpoint-groups HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\nContent-Length: 1\r\n\r\nx")]
    [TestCase("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n")]
    [TestCase("CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n")]
    [TestCase("GET http://a/v1/none HTTP/1.1\r\nHost: a\r\n\r\n")]
    public async Task BrokenHttp_GetsA4xx(string bytes)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(Server.Address.Host, Server.Address.Port, TestContext.CurrentContext.CancellationToken);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(bytes), TestContext.CurrentContext.CancellationToken);

        using var reader = new StreamReader(stream);
        var line = await reader.ReadLineAsync(TestContext.CurrentContext.CancellationToken);

        Assert.That(line, Does.Match("^HTTP/1\\.[01] 4[0-9][0-9] "));
        Assert.That((await Client.SignedAsync("GET", "/v1/endpoint-groups")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Body_LongerThanTheGatewayTakes_Is413()
    {
        using var http = new HttpClient();
        using var content = new ByteArrayContent(new byte[(12 * 1024 * 1024) + 1]);

        using var response = await http.PutAsync(new Uri(Server.Address, "/v1/endpoint-groups/x"), content);

        Assert.That(((int)response.StatusCode, Server.Journal.Entries.Single().Status), Is.EqualTo((413, 413)));
    }

    private HttpRequestMessage Build(GarbageRequest garbage)
    {
        var target = new Uri(Server.Address.GetLeftPart(UriPartial.Authority) + garbage.Path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var request = new HttpRequestMessage(new HttpMethod(garbage.Method), target);
        if (garbage.Body.Length > 0)
        {
            request.Content = new ByteArrayContent(garbage.Body);
        }

        foreach (var (name, value) in garbage.Headers)
        {
            _ = name == "Content-Type"
                ? request.Content?.Headers.TryAddWithoutValidation(name, value)
                : request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private string State() => new JArray(Server.Objects.List().Select(item => new JObject { ["key"] = $"{item.Kind} {item.Key}", ["data"] = item.Data })).ToString();
}
