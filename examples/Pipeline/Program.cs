using CloudUpdate.Pipeline;
using CloudUpdate.Pipeline.Fleet;
using CloudUpdate.Pipeline.Gates;
using CloudUpdate.Pipeline.Reports;

if (Options.Parse(args) is not { } options)
{
    await Console.Error.WriteLineAsync(Options.Usage);
    return 64;
}

if (options.Gate is { } gate)
{
    return await RunAsync(gate);
}

var asExpected = true;
foreach (var name in Demonstration.All.Keys)
{
    asExpected &= await RunAsync(name) == Demonstration.Expected[name];
}

return asExpected ? 0 : 1;

async Task<int> RunAsync(string name)
{
    Console.WriteLine($"── gate: {name}");
    await using var fleet = await RegionFleet.StartAsync();
    var result = await Demonstration.All[name](fleet, Console.Out);
    Console.WriteLine($"  exit code {result.ExitCode}");
    Console.WriteLine();
    if (options.SummaryFile is { } summary)
    {
        await File.WriteAllTextAsync(summary, MarkdownSummary.Write(result.Plans, result.Violations));
    }

    if (options.ReportFile is { } report)
    {
        await File.WriteAllTextAsync(report, JsonReport.Write(name, result.ExitCode, result.Plans, result.Violations));
    }

    return result.ExitCode;
}
