namespace Pulumi.Offline.Tests;

/// <summary>The test assembly is a program as well: tests start it as the engine would start a user's program.</summary>
internal static class Program
{
    public static async Task Main() => await Runs.SamplePrograms.RunAsync(Environment.GetEnvironmentVariable(Runs.SamplePrograms.Variable)!);
}
