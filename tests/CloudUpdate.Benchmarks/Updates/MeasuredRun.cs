namespace CloudUpdate.Benchmarks.Updates;

/// <summary>What one command cost.</summary>
/// <param name="Duration">From its start to its end.</param>
/// <param name="ProcessorTime">The processor time of all processes.</param>
/// <param name="PeakMegabytes">The largest resident memory of each process: <c>pulumi</c>, <c>program</c>, <c>plugin</c>.</param>
/// <param name="WrittenKilobytes">What the command gave to the disk.</param>
/// <param name="FileKilobytes">The size of the files in the backend that it made or changed.</param>
internal sealed record MeasuredRun(TimeSpan Duration, TimeSpan ProcessorTime, IReadOnlyDictionary<string, double> PeakMegabytes, long WrittenKilobytes, long FileKilobytes);
