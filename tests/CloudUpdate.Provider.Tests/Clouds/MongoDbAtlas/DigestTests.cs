using System.Globalization;
using CloudUpdate.Provider.Clouds.MongoDbAtlas;

namespace CloudUpdate.Provider.Tests.Clouds.MongoDbAtlas;

/// <summary>The worked Digest answers, and the challenges that servers send.</summary>
public sealed class DigestTests
{
    private const string Path = "/api/atlas/v2/groups/64f0c0ffee1234567890abcd/streams/orders-workspace/connections/kafka-orders";
    private const string Atlas =
        "Digest realm=\"MMS Public API\", domain=\"\", nonce=\"ZG9jcy1leGFtcGxlLW5vbmNlLTAwMDAx\", algorithm=MD5, qop=\"auth\", stale=false";

    private static readonly string[] s_cultures = ["", "th-TH", "tr-TR", "ar-SA"];

    [TestCase("PATCH", Path, "00000001", "cc05ab146bf1be64136b796c798e3965")]
    [TestCase("GET", Path, "00000002", "93bd8ca5189097ce4f5584af7edf8e64")]
    [TestCase("GET", Path + "?pretty=true", "00000001", "679471a6d2dc5d765fa73045c6eadf79")]
    public void Authorize_WorkedExample_GivesItsResponse(string method, string uri, string nonceCount, string response)
    {
        foreach (var culture in s_cultures)
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            var challenge = DigestChallenge.Parse(Atlas)!;

            var header = DigestResponse.Authorize(
                challenge, "qxzvtrpa", "6f1c2d3e-4a5b-4c6d-8e7f-90a1b2c3d4e5", new HttpMethod(method), uri, "0a4f113b5c7d9e21", nonceCount);

            Assert.That(header, Is.EqualTo(
                "Digest username=\"qxzvtrpa\", realm=\"MMS Public API\", nonce=\"ZG9jcy1leGFtcGxlLW5vbmNlLTAwMDAx\", " +
                $"uri=\"{uri}\", algorithm=MD5, qop=auth, nc={nonceCount}, cnonce=\"0a4f113b5c7d9e21\", response=\"{response}\""));
        }
    }

    [TestCase("MD5", "8ca523f5e9506fed4657c9700eebdbec")]
    [TestCase("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1")]
    public void Authorize_ExampleOfTheRfc_GivesItsResponse(string algorithm, string response)
    {
        var challenge = DigestChallenge.Parse(
            "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=" + algorithm +
            ", nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"")!;

        var header = DigestResponse.Authorize(
            challenge, "Mufasa", "Circle of Life", HttpMethod.Get, "/dir/index.html", "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ");

        Assert.That(header, Does.Contain($"response=\"{response}\"").And.EndsWith(", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\""));
    }

    [Test]
    public void Parse_ChallengeOfAtlas_IsUnderstood() =>
        Assert.That(
            DigestChallenge.Parse(Atlas),
            Is.EqualTo(new DigestChallenge("MMS Public API", "ZG9jcy1leGFtcGxlLW5vbmNlLTAwMDAx", "MD5", null, false)));

    [TestCase("Digest realm=\"a, \\\"b\\\"\", nonce=n, qop=auth, stale=TRUE", "a, \"b\"", true, Description = "quoted comma and quotation marks")]
    [TestCase("Basic realm=\"x\", Digest realm=\"y\", nonce=\"n\", qop=\"auth\"", "y", false, Description = "another scheme first")]
    [TestCase("Digest realm=\"y\", nonce=\"n\", qop=\"auth\", Basic realm=\"x\"", "y", false, Description = "another scheme last")]
    [TestCase("Negotiate, digest Realm=y,nonce=n,qop=auth", "y", false, Description = "a scheme without parameters, no blanks")]
    [TestCase("Digest realm=\"z\", nonce=\"n\", qop=\"auth\", algorithm=SHA-512-256, Digest realm=\"y\", nonce=\"n\", qop=\"auth\"", "y", false,
        Description = "an algorithm that is not known first")]
    public void Parse_OtherChallenges_AreUnderstood(string header, string realm, bool isStale) =>
        Assert.That(DigestChallenge.Parse(header), Is.EqualTo(new DigestChallenge(realm, "n", "MD5", null, isStale)));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("Basic realm=\"x\"")]
    [TestCase("Bearer")]
    [TestCase("Digest realm=\"x\", qop=\"auth\"", Description = "no nonce")]
    [TestCase("Digest realm=\"x\", nonce=\"n\", qop=\"auth-int\"")]
    [TestCase("Digest realm=\"x\", nonce=\"n\", qop=\"auth\", algorithm=MD5-sess")]
    [TestCase(",,=,\"")]
    public void Parse_NothingToAnswer_IsNull(string? header) => Assert.That(DigestChallenge.Parse(header), Is.Null);
}
