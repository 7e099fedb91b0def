using CloudUpdate.Emulator;
using CloudUpdate.EndToEnd.Tests.Processes;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.EndToEnd.Tests;

/// <summary>The whole path over real processes: program, engine, plugin, cloud.</summary>
public sealed class FirstLightTests
{
    private const string ExampleBody = """
        {
          "endpoint_group" : {
            "name" : "endpoint-group-name-new",
            "description" : "endpoint-group description new",
            "traffic_dial_percentage" : 5
          }
        }
        """;

    [Test, CancelAfter(300_000)]
    public async Task EndpointGroup_AdoptedByAProgram_IsUpdatedOnceWithTheSmallestBody(CancellationToken cancellationToken)
    {
        await using var emulator = await EmulatorServer.StartAsync(new EmulatorOptions { Settings = EmulatorSettings.Immediate }, cancellationToken);
        using var workspace = await CommandWorkspace.CreateAsync(BuiltParts.Example("Quickstart"), emulator.Address);

        var preview = await workspace.SucceedAsync("preview", "--diff");
        Assert.That(Writes(emulator), Is.Empty, "a preview must not write");
        Assert.That(preview.All, Does.Contain("trafficDialPercentage: 100 => 5").And.Contain("clusterName: \"orders-prod\" => \"string\""));

        await workspace.SucceedAsync("up", "--yes");
        var write = Writes(emulator).Single(entry => entry.Cloud == "ga");
        var writes = Writes(emulator).Count;
        Assert.Multiple(() =>
        {
            Assert.That(write.Method, Is.EqualTo("PUT"));
            Assert.That(JToken.DeepEquals(write.Body, JToken.Parse(ExampleBody)), Is.True, write.Body?.ToString());
        });

        await workspace.SucceedAsync("up", "--yes", "--expect-no-changes");
        Assert.That(Writes(emulator), Has.Count.EqualTo(writes), "the second up must not write");
        Assert.That(workspace.ReadState(), Does.Not.Contain(DemoCredentials.SecretKey));

        await workspace.SucceedAsync("destroy", "--yes");
        var group = emulator.Objects.Get(ObjectKinds.EndpointGroup, "3a9f50bb-f041-4eac-a117-82472d8a0007")!;
        Assert.That((int?)group["traffic_dial_percentage"], Is.EqualTo(100), "what was adopted stays, as it was");
    }

    [Test, CancelAfter(300_000)]
    public async Task TrafficDial_OutOfRange_FailsAtPreviewWithItsPath_AndNothingIsWritten(CancellationToken cancellationToken)
    {
        await using var emulator = await EmulatorServer.StartAsync(new EmulatorOptions { Settings = EmulatorSettings.Immediate }, cancellationToken);
        using var workspace = await CommandWorkspace.CreateAsync(BuiltParts.Example("Quickstart"), emulator.Address);
        await workspace.SucceedAsync("config", "set", "trafficDial", "101");

        var preview = await workspace.RunAsync("preview");

        Assert.Multiple(() =>
        {
            Assert.That(preview.ExitCode, Is.Not.Zero);
            Assert.That(preview.All, Does.Contain("trafficDialPercentage").And.Contain("101").And.Contain("100"));
            Assert.That(Writes(emulator), Is.Empty);
        });
    }

    // A log-in is a POST too, and changes no object.
    private static List<JournalEntry> Writes(EmulatorServer emulator) =>
        [.. emulator.Journal.Writes.Where(entry => !entry.Path.Contains("/oauth/", StringComparison.Ordinal))];
}
