using BenchmarkDotNet.Running;
using CloudUpdate.Benchmarks;
using CloudUpdate.Benchmarks.Startup;

if (args is [StartupComparison.Verb, .. var profiles])
{
    await StartupComparison.RunAsync(profiles);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(PropertyCodecBenchmarks).Assembly).Run(args);
}
