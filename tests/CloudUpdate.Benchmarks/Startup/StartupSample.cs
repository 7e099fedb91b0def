namespace CloudUpdate.Benchmarks.Startup;

/// <summary>One start of a process.</summary>
/// <param name="Elapsed">From the start to the port line.</param>
/// <param name="PeakBytes">The most memory that was resident until then.</param>
internal readonly record struct StartupSample(TimeSpan Elapsed, long PeakBytes);
