using System.Diagnostics;
using CloudUpdate.EndToEnd.Tests.Processes;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.EndToEnd.Tests;

/// <summary>The example of a deployment gate, over real processes: each situation with its exit code, report and summary.</summary>
public sealed class PipelineTests
{
    [Test, CancelAfter(300_000)]
    public async Task Gate_ChangeWithinTheRules_IsDeployed(CancellationToken cancellationToken)
    {
        var run = await RunAsync("deploy", cancellationToken);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.Output);
            Assert.That(run.Report.SelectTokens("$.stacks[*].resources[*].adopted").All(adopted => (bool)adopted), Is.True);
            Assert.That(run.Report.SelectTokens("$.stacks[*].resources[*].properties[?(@.path == 'trafficDialPercentage')].new").Select(dial => (int)dial), Is.EqualTo(new[] { 85, 85, 85 }));
            Assert.That(run.Summary, Does.Contain("No rule is broken."));
        });
    }

    [Test, CancelAfter(300_000)]
    public async Task Gate_TrafficDialFallsTooFarInAnAdoption_StopsWithItsReason(CancellationToken cancellationToken)
    {
        var run = await RunAsync("policy", cancellationToken);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(3), run.Output);
            Assert.That((string?)run.Report.SelectToken("$.violations[0].stack"), Is.EqualTo("europe"));
            Assert.That((string?)run.Report.SelectToken("$.violations[0].detail"), Does.Contain("from 100 to 8"));
            Assert.That(run.Summary, Does.Contain("## Stopped by policy").And.Contain("trafficDialPercentage"));
            Assert.That(run.Output, Does.Not.Contain("updated all stacks"));
        });
    }

    [Test, CancelAfter(300_000)]
    public async Task Gate_AdoptionThatPreviewMayNotRead_IsNotTakenForACreation(CancellationToken cancellationToken)
    {
        var run = await RunAsync("blind", cancellationToken);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(3), run.Output);
            Assert.That(run.Report.SelectTokens("$.violations[*].detail").Select(detail => (string?)detail), Is.EqualTo(Enumerable.Repeat("would move trafficDialPercentage from an unknown value to 85", 3)));
        });
    }

    [Test, CancelAfter(300_000)]
    public async Task Gate_SomethingDrifted_SaysWhat(CancellationToken cancellationToken)
    {
        var run = await RunAsync("drift", cancellationToken);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(2), run.Output);
            Assert.That(run.Report.SelectTokens("$.stacks[*].resources[*].urn").Single().ToString(), Does.EndWith("::traffic"));
            Assert.That((int?)run.Report.SelectToken("$.stacks[?(@.stack == 'america')].resources[0].properties[0].new"), Is.EqualTo(40));
        });
    }

    private static async Task<(int ExitCode, string Output, JObject Report, string Summary)> RunAsync(string gate, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("cloudupdate-gate-");
        try
        {
            var (report, summary) = (Path.Combine(folder.FullName, "report.json"), Path.Combine(folder.FullName, "summary.md"));
            var start = new ProcessStartInfo("dotnet", [BuiltParts.Example("Pipeline"), "--gate", gate, "--report", report, "--summary", summary])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var output = string.Concat(await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken)));
            await process.WaitForExitAsync(cancellationToken);
            Assert.That(report, Does.Exist, output);
            return (process.ExitCode, output, JObject.Parse(await File.ReadAllTextAsync(report, cancellationToken)), await File.ReadAllTextAsync(summary, cancellationToken));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
