using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(CloudUpdate.Benchmarks.PropertyCodecBenchmarks).Assembly).Run(args);
