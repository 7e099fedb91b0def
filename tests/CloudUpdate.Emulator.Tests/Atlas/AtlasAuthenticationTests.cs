using System.Text;
using CloudUpdate.Emulator.Tests.Support;

namespace CloudUpdate.Emulator.Tests.Atlas;

internal sealed class AtlasAuthenticationTests : EmulatorTest
{
    [Test]
    public async Task Token_OfAServiceAccount_WorksForAnHour()
    {
        var answer = await TokenAsync($"{DemoCredentials.AtlasClientId}:{DemoCredentials.AtlasClientSecret}");
        var token = (string)answer.Json["access_token"]!;
        var used = await Client.AtlasAsync("GET", "/orders-https", token: token);
        Time.Advance(TimeSpan.FromSeconds(3600));
        var expired = await Client.AtlasAsync("GET", "/orders-https", token: token);

        Assert.Multiple(() =>
        {
            Assert.That((answer.Status, (int?)answer.Json["expires_in"], (string?)answer.Json["token_type"]), Is.EqualTo((200, 3600, "Bearer")));
            Assert.That((used.Status, expired.Status), Is.EqualTo((200, 401)));
        });
    }

    [Test]
    public async Task Token_Revoked_IsRefused()
    {
        var basic = $"{DemoCredentials.AtlasClientId}:{DemoCredentials.AtlasClientSecret}";
        var token = (string)(await TokenAsync(basic)).Json["access_token"]!;

        var revoked = await FormAsync("/api/oauth/revoke", basic, $"token={token}&token_type_hint=access_token");
        var used = await Client.AtlasAsync("GET", "/orders-https", token: token);

        Assert.That((revoked.Status, used.Status), Is.EqualTo((200, 401)));
    }

    [TestCase("mdb%5Fsa%5Fid_64f0c0ffee1234567890abcd:" + DemoCredentials.AtlasClientSecret)]
    [TestCase(DemoCredentials.AtlasClientId + ":wrong")]
    [TestCase(DemoCredentials.AtlasClientId)]
    [TestCase(":")]
    public async Task Token_WithOtherThanTheRawCredentials_Is401(string basic) => Assert.That((await TokenAsync(basic)).Status, Is.EqualTo(401));

    [Test]
    public async Task Token_OfAnotherGrant_Is400() => Assert.That(
        (await FormAsync("/api/oauth/token", $"{DemoCredentials.AtlasClientId}:{DemoCredentials.AtlasClientSecret}", "grant_type=password")).Status,
        Is.EqualTo(400));

    [Test]
    public async Task Request_WithoutCredentials_IsChallengedBeforeItsBodyIsLookedAt()
    {
        var answer = await Client.SendAsync("PATCH", TestClient.Connections + "/orders-https", "not json");

        Assert.Multiple(() =>
        {
            Assert.That(answer.Status, Is.EqualTo(401));
            Assert.That(
                answer.Header("WWW-Authenticate"),
                Does.Match("^Digest realm=\"MMS Public API\", domain=\"\", nonce=\"[A-Za-z0-9+/]{32}\", algorithm=MD5, qop=\"auth\", stale=false$"));
            Assert.That((string?)answer.Json["errorCode"], Is.EqualTo("UNEXPECTED_ERROR"));
            Assert.That(answer.Header("ratelimit-remaining"), Is.Null);
        });
    }

    [Test]
    public async Task Digest_OfTheDotNetClient_IsAccepted()
    {
        using var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            Credentials = new System.Net.CredentialCache
            {
                { Server.Address, "Digest", new System.Net.NetworkCredential(DemoCredentials.AtlasPublicKey, DemoCredentials.AtlasPrivateKey) },
            },
        };
        using var http = new HttpClient(handler);
        using var request = new HttpRequestMessage(HttpMethod.Patch, new Uri(Server.Address, TestClient.Connections + "/orders-https?pretty=true"));
        request.Headers.TryAddWithoutValidation("Accept", TestClient.AtlasVersion);
        request.Content = new StringContent("""{"type":"Https","url":"https://new.example.net"}""", Encoding.UTF8, "application/json");

        using var response = await http.SendAsync(request);

        Assert.Multiple(() =>
        {
            Assert.That((int)response.StatusCode, Is.EqualTo(200));
            Assert.That(Server.Journal.Entries.Select(entry => entry.Status), Is.EqualTo(new[] { 401, 200 }));
            Assert.That(Server.Journal.Entries[1].Principal, Is.EqualTo($"API key {DemoCredentials.AtlasPublicKey}"));
        });
    }

    [Test]
    public async Task Fault_OnACallWithDigest_IsNotUsedUpByTheChallenge()
    {
        Server.Faults.Add(Fault.Answer(503) with { Times = 1 });

        await Client.SendAsync("GET", TestClient.Connections + "/orders-https", null);
        var answer = await Client.AtlasAsync("GET", "/orders-https");

        Assert.That((answer.Status, (string?)answer.Json["errorCode"]), Is.EqualTo((503, "SERVICE_UNAVAILABLE")));
    }

    private Task<Answer> TokenAsync(string basic) => FormAsync("/api/oauth/token", basic, "grant_type=client_credentials");

    private Task<Answer> FormAsync(string path, string basic, string form) => Client.SendAsync(
        "POST",
        path,
        form,
        request => request.Headers.TryAddWithoutValidation("Authorization", $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(basic))}"),
        "application/x-www-form-urlencoded");
}
