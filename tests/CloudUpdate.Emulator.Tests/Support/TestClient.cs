using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Tests.Support;

/// <summary>An answer with its body read.</summary>
internal sealed record Answer(int Status, string Text, HttpResponseMessage Message)
{
    public JObject Json => Parse(Text);

    /// <summary>Reads JSON with times left as they are written.</summary>
    public static JObject Parse(string text) =>
        JsonConvert.DeserializeObject<JObject>(text, new JsonSerializerSettings { DateParseHandling = DateParseHandling.None })!;

    public string? Header(string name) =>
        Message.Headers.TryGetValues(name, out var values) || Message.Content.Headers.TryGetValues(name, out values) ? string.Join(",", values) : null;
}

/// <summary>Sends requests to one emulator.</summary>
internal sealed class TestClient : IDisposable
{
    public const string AtlasVersion = "application/vnd.atlas.2024-08-05+json";
    public const string Connections = $"/api/atlas/v2/groups/{DemoCredentials.AtlasGroupId}/streams/{DemoCredentials.AtlasWorkspace}/connections";
    private readonly HttpClient _http;

    public TestClient(EmulatorServer server)
    {
        Server = server;
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = server.Address };
    }

    public EmulatorServer Server { get; }

    /// <summary>Huawei request with the demo access key's signature.</summary>
    public Task<Answer> SignedAsync(string method, string path, string? body = null) => SendAsync(method, path, body, request =>
        RequestSigner.Sign(request, Encoding.UTF8.GetBytes(body ?? ""), DemoCredentials.AccessKey, DemoCredentials.SecretKey, Server.Now));

    /// <summary>Huawei request with the demo token.</summary>
    public Task<Answer> TokenAsync(string method, string path, string? body = null, string token = DemoCredentials.AuthToken) =>
        SendAsync(method, path, body, request => request.Headers.Add("X-Auth-Token", token));

    /// <summary>Atlas request with the demo bearer token; the path starts below the workspace's connections.</summary>
    public Task<Answer> AtlasAsync(
        string method, string path, string? body = null, string token = DemoCredentials.AtlasAccessToken, string? accept = AtlasVersion) =>
        SendAsync(method, Connections + path, body, request =>
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
            if (accept is not null)
            {
                request.Headers.TryAddWithoutValidation("Accept", accept);
            }
        });

    public async Task<Answer> SendAsync(
        string method, string path, string? body, Action<HttpRequestMessage>? prepare = null, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Server.Address, path));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        prepare?.Invoke(request);
        var response = await _http.SendAsync(request, TestContext.CurrentContext.CancellationToken);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    public void Dispose() => _http.Dispose();
}
