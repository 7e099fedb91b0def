using CloudUpdate.Emulator.Tests.Support;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Tests.Atlas;

/// <summary>Digest responses worked out by hand for a fixed nonce.</summary>
internal sealed class DigestVectorTests : EmulatorTest
{
    private const string Nonce = "ZG9jcy1leGFtcGxlLW5vbmNlLTAwMDAx";
    private const string Path = "/api/atlas/v2/groups/64f0c0ffee1234567890abcd/streams/orders-workspace/connections/kafka-orders";
    private const string First = "cc05ab146bf1be64136b796c798e3965";
    private const string Second = "93bd8ca5189097ce4f5584af7edf8e64";
    private const string WithQuery = "679471a6d2dc5d765fa73045c6eadf79";

    protected override EmulatorOptions Options => base.Options with
    {
        NonceSource = () => Nonce,
        Seed = EmulatorSeed.Defaults
            .With(ObjectKinds.AtlasApiKey, "qxzvtrpa", new JObject { ["privateKey"] = "6f1c2d3e-4a5b-4c6d-8e7f-90a1b2c3d4e5" })
            .With(ObjectKinds.AtlasConnection, "64f0c0ffee1234567890abcd/orders-workspace/kafka-orders", []),
    };

    [Test]
    public async Task Vectors_OneAfterTheOther_AreAccepted()
    {
        await ChallengeAsync();
        var patch = await DigestAsync("PATCH", Path, "00000001", First, """{"type":"Sample"}""");
        var get = await DigestAsync("GET", Path, "00000002", Second);

        Assert.That((patch.Status, get.Status), Is.EqualTo((200, 200)));
    }

    [Test]
    public async Task Vector_WithAQuery_IsAccepted()
    {
        await ChallengeAsync();

        Assert.That((await DigestAsync("GET", Path + "?pretty=true", "00000001", WithQuery)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Vectors_WithOneBitChanged_AreRefused()
    {
        await ChallengeAsync();
        foreach (var (method, path, count, response) in new[]
        {
            ("PATCH", Path, "00000001", First), ("GET", Path, "00000002", Second), ("GET", Path + "?pretty=true", "00000001", WithQuery),
        })
        {
            for (var i = 0; i < response.Length; i++)
            {
                var changed = response.ToCharArray();
                changed[i] = changed[i] == '0' ? '1' : '0';
                AssertRefused(await DigestAsync(method, path, count, new string(changed)), stale: false);
            }

            AssertRefused(await DigestAsync(method, path, "0000000a", response), stale: false);
            AssertRefused(await DigestAsync(method == "GET" ? "DELETE" : "GET", path, count, response), stale: false);
            AssertRefused(await DigestAsync(method, path, count, response, sentTo: Path + "?pretty=false"), stale: false);
            AssertRefused(await DigestAsync(method, path, count, response, nonce: "ZG9jcy1leGFtcGxlLW5vbmNlLTAwMDAy"), stale: false);
            AssertRefused(await DigestAsync(method, path, count, response, user: "qxzvtrpb"), stale: false);
        }
    }

    [Test]
    public async Task Nonce_UsedAgainWithTheSameCount_IsStale()
    {
        await ChallengeAsync();
        await DigestAsync("GET", Path + "?pretty=true", "00000001", WithQuery);

        AssertRefused(await DigestAsync("GET", Path + "?pretty=true", "00000001", WithQuery), stale: true);
    }

    [Test]
    public async Task Nonce_PastItsLife_IsStale()
    {
        await ChallengeAsync();
        Time.Advance(TimeSpan.FromMinutes(5));

        AssertRefused(await DigestAsync("GET", Path + "?pretty=true", "00000001", WithQuery), stale: true);
    }

    [Test]
    public async Task Nonce_WhereEachIsTakenOnce_IsStaleTheSecondTime()
    {
        Server.Settings = Server.Settings with { DigestNonceOnce = true };
        await ChallengeAsync();
        var first = await DigestAsync("PATCH", Path, "00000001", First, """{"type":"Sample"}""");

        Assert.That(first.Status, Is.EqualTo(200));
        AssertRefused(await DigestAsync("GET", Path, "00000002", Second), stale: true);
    }

    [Test]
    public async Task Response_ForANonceThatWasNeverGiven_IsStale() =>
        AssertRefused(await DigestAsync("GET", Path, "00000002", Second), stale: true);

    private Task<Answer> ChallengeAsync() => Client.SendAsync("GET", Path, null);

    private Task<Answer> DigestAsync(
        string method, string uri, string count, string response, string? body = null, string? sentTo = null, string nonce = Nonce, string user = "qxzvtrpa") =>
        Client.SendAsync(method, sentTo ?? uri, body, request =>
        {
            request.Headers.TryAddWithoutValidation("Accept", TestClient.AtlasVersion);
            request.Headers.TryAddWithoutValidation(
                "Authorization",
                $"Digest username=\"{user}\", realm=\"MMS Public API\", nonce=\"{nonce}\", uri=\"{uri}\", algorithm=\"MD5\", qop=auth, nc={count}, cnonce=\"0a4f113b5c7d9e21\", response=\"{response}\"");
        });

    private static void AssertRefused(Answer answer, bool stale) => Assert.Multiple(() =>
    {
        Assert.That(answer.Status, Is.EqualTo(401));
        Assert.That(answer.Header("WWW-Authenticate"), Does.EndWith(stale ? "stale=true" : "stale=false"));
    });
}
