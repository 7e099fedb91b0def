using CloudUpdate.Emulator.Tests.Support;

namespace CloudUpdate.Emulator.Tests.Authentication;

/// <summary>Signatures, tokens and what the gateway says of bad ones.</summary>
internal sealed class GatewayTests : EmulatorTest
{
    private const string Group = "/v1/endpoint-groups/3a9f50bb-f041-4eac-a117-82472d8a0007";

    [Test]
    public async Task Request_WithKnownToken_IsAccepted() => Assert.That((await Client.TokenAsync("GET", Group)).Status, Is.EqualTo(200));

    [Test]
    public async Task Request_WithoutCredentials_IsRefusedByTheGateway() => AssertRefused(await Client.SendAsync("GET", Group, null), "not found");

    [Test]
    public async Task Request_WithUnknownToken_IsRefused() => AssertRefused(await Client.TokenAsync("GET", Group, token: "x"), "decrypt token fail");

    [Test]
    public async Task Request_WithUnknownAccessKey_IsRefused() =>
        AssertRefused(await SignAsync("OTHERKEY", DemoCredentials.SecretKey, Server.Now), "ak not exist");

    [TestCase(-901)]
    [TestCase(901)]
    public async Task Request_WithADateOutsideFifteenMinutes_IsRefused(int seconds) => AssertRefused(
        await SignAsync(DemoCredentials.AccessKey, DemoCredentials.SecretKey, Server.Now.AddSeconds(seconds)), "signature expired");

    [TestCase(-900)]
    [TestCase(900)]
    public async Task Request_WithADateInsideFifteenMinutes_IsAccepted(int seconds)
    {
        var answer = await SignAsync(DemoCredentials.AccessKey, DemoCredentials.SecretKey, Server.Now.AddSeconds(seconds));

        Assert.That(answer.Status, Is.EqualTo(200));
    }

    [Test]
    public async Task AccessKey_AfterFiveFailures_IsLockedForFiveMinutes()
    {
        for (var i = 0; i < 5; i++)
        {
            AssertRefused(await SignAsync(DemoCredentials.AccessKey, "wrong", Server.Now), "verify aksk signature fail");
        }

        AssertRefused(await Client.SignedAsync("GET", Group), "AK access failed to reach the limit,forbidden.");
        Time.Advance(TimeSpan.FromMinutes(5));
        Assert.That((await Client.SignedAsync("GET", Group)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task UnknownPath_WithAnyMethod_IsTheGateways404()
    {
        var answer = await Client.SignedAsync("GET", "/v1/nothing");

        Assert.That((answer.Status, (string?)answer.Json["error_code"]), Is.EqualTo((404, "APIGW.0101")));
    }

    private Task<Answer> SignAsync(string accessKey, string secretKey, DateTimeOffset date) =>
        Client.SendAsync("GET", Group, null, request => RequestSigner.Sign(request, [], accessKey, secretKey, date));

    private static void AssertRefused(Answer answer, string tail) => Assert.Multiple(() =>
    {
        Assert.That(answer.Status, Is.EqualTo(401));
        Assert.That((string?)answer.Json["error_code"], Is.EqualTo("APIGW.0301"));
        Assert.That((string?)answer.Json["error_msg"], Does.StartWith("Incorrect IAM authentication information: ").And.Contains(tail));
    });
}
