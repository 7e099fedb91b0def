using Pulumi.Automation.Inline;

namespace Pulumi.Automation.Tests;

internal sealed class InlineHostTests
{
    private const string Variable = "Kestrel__Endpoints__Other__Url";

    /// <summary>A service that deploys stacks has settings for its own servers.</summary>
    [Test, NonParallelizable]
    public async Task Host_InAProcessWithServerSettings_ListensOnItsOwnAddressAlone()
    {
        Environment.SetEnvironmentVariable(Variable, "http://127.0.0.1:0");
        try
        {
            var host = await InlineHost.StartAsync(PulumiFn.Create(() => { }));
            await using (host)
            {
                Assert.That(host.Address, Does.Match(@"^127\.0\.0\.1:\d+$"));
            }
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, null);
        }
    }
}
