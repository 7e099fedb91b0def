using System.Diagnostics;
using System.Runtime.InteropServices;
using CloudUpdate.TestKit.Http;
using CloudUpdate.TestKit.Time;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace CloudUpdate.Provider.Tests.Clouds.Network;

/// <summary>Proxies and a company's own certificates, as users of .NET set them up: with variables of the environment.</summary>
internal sealed class ProxyAndCertificateTests
{
    private const string Cloud = "cloud.example.test";

    private readonly CompanyCertificates _certificates = new(Cloud);
    private LoopbackServer _cloud = null!;

    [SetUp]
    public async Task SetUp() => _cloud = await LoopbackServer.StartAsync(
        context => context.Response.WriteAsync($"{{\"from\":\"{context.Request.Host}\"}}"), endpoint => endpoint.UseHttps(_certificates.Server));

    [TearDown]
    public async Task TearDown()
    {
        await _cloud.DisposeAsync();
        _certificates.Dispose();
    }

    [Test]
    public async Task Request_WithHttpsProxyAndCompanyCertificate_GoesThroughTheProxyAndTrustsTheServer()
    {
        using var proxy = new ConnectProxy(CloudPort);

        var outcome = await ProbeAsync($"https://{Cloud}", ("HTTPS_PROXY", $"http://{proxy.Host}"), ("SSL_CERT_FILE", _certificates.AuthorityFile));

        Assert.That((outcome, proxy.Asked.Single()), Is.EqualTo(($"200 {Cloud}", $"CONNECT {Cloud}:443 HTTP/1.1")));
    }

    [Test]
    public async Task Request_WithoutTheCompanyCertificate_IsRefused()
    {
        using var proxy = new ConnectProxy(CloudPort);

        var outcome = await ProbeAsync($"https://{Cloud}", ("HTTPS_PROXY", $"http://{proxy.Host}"));

        Assert.That(outcome, Does.StartWith($"Unavailable no trusted connection to {Cloud}: The remote certificate is invalid"));
    }

    [Test]
    public async Task Request_ToAHostThatTheCertificateDoesNotName_IsRefused()
    {
        using var proxy = new ConnectProxy(CloudPort);

        var outcome = await ProbeAsync("https://other.example.test", ("HTTPS_PROXY", $"http://{proxy.Host}"), ("SSL_CERT_FILE", _certificates.AuthorityFile));

        Assert.That(outcome, Does.Contain("RemoteCertificateNameMismatch"));
    }

    [Test]
    public async Task Request_ToAHostOfNoProxy_GoesAroundTheProxy()
    {
        using var proxy = new ConnectProxy(CloudPort);

        var outcome = await ProbeAsync($"https://{Cloud}", ("HTTPS_PROXY", $"http://{proxy.Host}"), ("NO_PROXY", "a.example,.example.test"));

        Assert.That((outcome, proxy.Asked.Count), Is.EqualTo(($"Unavailable the host name {Cloud} is not known", 0)));
    }

    [Test]
    public async Task Request_ToLoopback_NeverGoesThroughAProxy()
    {
        using var proxy = new ConnectProxy(CloudPort);
        await using var plain = await LoopbackServer.StartAsync(context => context.Response.WriteAsync("{\"from\":\"loopback\"}"));

        var outcome = await ProbeAsync(
            plain.Address, ("HTTP_PROXY", $"http://{proxy.Host}"), ("http_proxy", $"http://{proxy.Host}"), ("ALL_PROXY", $"http://{proxy.Host}"));

        Assert.That((outcome, proxy.Asked.Count), Is.EqualTo(("200 loopback", 0)));
    }

    [Test]
    public async Task Request_ThroughAProxyWithPassword_LogsInThere()
    {
        using var proxy = new ConnectProxy(CloudPort, "user:proxy-password");

        var outcome = await ProbeAsync(
            $"https://{Cloud}", ("HTTPS_PROXY", $"http://user:proxy-password@{proxy.Host}"), ("SSL_CERT_FILE", _certificates.AuthorityFile));

        Assert.That(outcome, Is.EqualTo($"200 {Cloud}"));
    }

    [Test]
    public async Task Request_RefusedByTheProxy_SaysSoWithoutThePassword()
    {
        using var proxy = new ConnectProxy(CloudPort, "user:another-password");

        var outcome = await ProbeAsync($"https://{Cloud}", ("HTTPS_PROXY", $"http://user:proxy-password@{proxy.Host}"));

        Assert.That(outcome, Is.EqualTo($"Denied no connection to {Cloud}: the proxy refuses the log-in (407)"));
    }

    private int CloudPort => new Uri(_cloud.Address).Port;

    private static async Task<string> ProbeAsync(string address, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CloudProbe).Assembly.Location, CloudProbe.Verb, address])
        {
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")) },
        };
        foreach (var variable in start.Environment.Keys.Where(name => name.Contains("PROXY", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(variable);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync().OrTimeout();
        await process.WaitForExitAsync().OrTimeout();
        return output;
    }
}
