using BenchmarkDotNet.Running;
using CloudUpdate.Benchmarks;
using CloudUpdate.Benchmarks.Startup;
using CloudUpdate.Benchmarks.Updates;

// Two measurements of whole processes; everything else is BenchmarkDotNet's.
switch (args)
{
    case [StartupComparison.Verb, .. var profiles]:
        await StartupComparison.RunAsync(profiles);
        break;
    case [UpdateMeasurement.Verb, .. var counts]:
        await UpdateMeasurement.RunAsync(counts.Length == 0 ? [1, 1_000] : [.. counts.Select(int.Parse)], Console.Out);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(PropertyCodecBenchmarks).Assembly).Run(args);
        break;
}
