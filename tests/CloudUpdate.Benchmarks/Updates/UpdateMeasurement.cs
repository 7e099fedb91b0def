using System.Globalization;
using CloudUpdate.Emulator;

namespace CloudUpdate.Benchmarks.Updates;

/// <summary>How long <c>pulumi up</c> takes that finds nothing to do, and what it costs: command, program and plugin are processes started anew.</summary>
internal static class UpdateMeasurement
{
    /// <summary>The first argument that asks for it; numbers of resources may follow.</summary>
    public const string Verb = "updates";

    private const int Runs = 5;

    public static async Task RunAsync(IReadOnlyList<int> counts, TextWriter output)
    {
        await output.WriteLineAsync("| Resources | Command | Seconds (best, median) | CPU seconds | pulumi MB | program MB | plugin MB | Written KB | Files KB |");
        await output.WriteLineAsync("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var count in counts)
        {
            await using var emulator = await EmulatorServer.StartAsync(new EmulatorOptions { Settings = EmulatorSettings.Immediate });
            using var stack = await MeasuredStack.CreateAsync(emulator.Address, count);
            await output.WriteLineAsync(Row(count, "first `up`", [await stack.RunAsync("up", "--yes", "--skip-preview")]));
            var unchanged = new List<MeasuredRun>();
            while (unchanged.Count < Runs)
            {
                unchanged.Add(await stack.RunAsync("up", "--yes", "--skip-preview", "--expect-no-changes"));
            }

            await output.WriteLineAsync(Row(count, "`up` without a change", unchanged));
            await output.WriteLineAsync(Row(count, "`preview` without a change", [await stack.RunAsync("preview")]));
        }
    }

    private static string Row(int count, string command, IReadOnlyList<MeasuredRun> runs)
    {
        var seconds = runs.Select(run => run.Duration.TotalSeconds).Order().ToList();
        var memory = new[] { "pulumi", "program", "plugin" }.Select(part => runs.Max(run => run.PeakMegabytes.GetValueOrDefault(part)).ToString("F0", CultureInfo.InvariantCulture));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {count} | {command} | {seconds[0]:F2}, {seconds[seconds.Count / 2]:F2} | {runs.Min(run => run.ProcessorTime.TotalSeconds):F1} | {string.Join(" | ", memory)} | {runs[^1].WrittenKilobytes} | {runs[^1].FileKilobytes} |");
    }
}
