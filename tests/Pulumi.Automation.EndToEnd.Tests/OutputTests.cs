using Pulumi.Automation.EndToEnd.Tests.Support;
using Pulumi.Automation.Events;
using Pulumi.TestProgram;

namespace Pulumi.Automation.EndToEnd.Tests;

internal sealed class OutputTests : SandboxTest
{
    [Test, CancelAfter(Limit)]
    public async Task Output_GoesToTheCallbacksLineByLine_AndHoldsNoSecret(CancellationToken cancellation)
    {
        using var stack = await LocalWorkspace.CreateStackAsync(Sandbox.Inline("dev", PulumiFn.Create(() =>
        {
            _ = new Thing("a", new ThingArgs { Password = new Config().RequireSecret("token") });
        })), cancellation);
        await stack.SetConfigAsync("token", new ConfigValue("hunter2", isSecret: true), cancellation);
        List<EngineEvent> events = [];
        List<string> output = [], error = [];

        var up = await stack.UpAsync(
            new UpOptions { OnEvent = events.Add, OnStandardOutput = output.Add, OnStandardError = error.Add, Diff = true, LogFlow = true }, cancellation);

        Assert.Multiple(() =>
        {
            Assert.That(output, Is.EqualTo(Lines(up.StandardOutput)));
            Assert.That(output, Has.Some.Contains("Updating (dev)"));
            Assert.That(error, Is.EqualTo(Lines(up.StandardError)));
            Assert.That(error, Has.Some.Contains("--logflow"));
            Assert.That(up.StandardOutput, Does.Contain("[secret]").And.Not.Contain("hunter2"));
            Assert.That(Newtonsoft.Json.JsonConvert.SerializeObject(events), Does.Contain("[secret]").And.Not.Contain("hunter2"));
        });
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n')[..^1];
}
