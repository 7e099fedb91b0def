using CloudUpdate.Provider.Clouds;
using CloudUpdate.TestKit.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace CloudUpdate.Provider.Tests.Clouds.Network;

/// <summary>Certificates are verified, and nothing turns that off.</summary>
internal sealed class TlsTests
{
    [Test]
    public async Task SendAsync_CertificateNobodyTrusts_FailsAtOnceAndSendsNothing()
    {
        await using var bench = new CloudBench();
        using var certificates = new CompanyCertificates("localhost");
        var requests = 0;
        await using var server = await LoopbackServer.StartAsync(
            context =>
            {
                requests++;
                return context.Response.WriteAsync("{}");
            },
            endpoint => endpoint.UseHttps(certificates.Server));
        bench.PointAt(server.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
        bench.UseKeys("AK1234567890", "SK");
        bench.Configuration["huaweiProjectId"] = "p1";
        bench.Configuration["allowInsecureEndpoints"] = "true";
        bench.Machine.Variables["HW_INSECURE"] = "true";

        var error = bench.Fail(Requests.Post());

        Assert.That((error.Kind, error.MayHaveTakenEffect, error.Error.Attempts, requests), Is.EqualTo((CloudErrorKind.Unavailable, false, 1, 0)));
        Assert.That(error.CloudMessage, Does.StartWith("no trusted connection to localhost"));
    }
}
