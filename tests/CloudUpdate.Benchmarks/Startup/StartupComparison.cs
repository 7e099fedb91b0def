namespace CloudUpdate.Benchmarks.Startup;

/// <summary>The provider's start beside that of a stock gRPC host, both published in the same way and started in turns.</summary>
internal static class StartupComparison
{
    /// <summary>The first argument, in place of a benchmark's name.</summary>
    public const string Verb = "startup";

    private const int Runs = 20;

    /// <summary>Publishes, measures, and prints the medians.</summary>
    /// <param name="profiles">Publish profiles of the provider; the one that ships where there is none.</param>
    public static async Task RunAsync(IReadOnlyCollection<string> profiles)
    {
        foreach (var profile in profiles.Count > 0 ? profiles : ["NativeAot"])
        {
            var folder = Directory.CreateTempSubdirectory("startup-");
            try
            {
                await CompareAsync(profile, folder.FullName);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private static async Task CompareAsync(string profile, string folder)
    {
        PublishedHost[] hosts =
        [
            await PublishedHost.PublishAsync("tests/CloudUpdate.StockHost", "CloudUpdate.StockHost", profile, Path.Combine(folder, "stock")),
            await PublishedHost.PublishAsync("provider/CloudUpdate.Provider", "pulumi-resource-cloudupdate", profile, Path.Combine(folder, "provider")),
        ];
        var samples = hosts.Select(_ => new List<StartupSample>()).ToList();
        for (var run = 0; run < Runs; run++)
        {
            for (var host = 0; host < hosts.Length; host++)
            {
                samples[host].Add(await hosts[host].StartAsync());
            }
        }

        Console.WriteLine($"{profile}, median of {Runs} starts:");
        for (var host = 0; host < hosts.Length; host++)
        {
            Console.WriteLine($"  {hosts[host].Name,-28} {Milliseconds(samples[host]),8:F1} ms to the port line {Megabytes(samples[host]),8:F1} MB at most");
        }

        Console.WriteLine($"  {Milliseconds(samples[1]) / Milliseconds(samples[0]):F2} times the stock host's time");
    }

    private static double Milliseconds(IEnumerable<StartupSample> samples) => Median(samples.Select(sample => sample.Elapsed.TotalMilliseconds));

    private static double Megabytes(IEnumerable<StartupSample> samples) => Median(samples.Select(sample => sample.PeakBytes / 1e6));

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
