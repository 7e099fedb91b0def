using Pulumi.Offline.Tests.Runs;

namespace Pulumi.Offline.Tests;

/// <summary>The test assembly is a program as well: tests start it as the engine would start a user's program.</summary>
internal static class Program
{
    public static Task Main() => SamplePrograms.RunAsync(Environment.GetEnvironmentVariable(SamplePrograms.Variable)!);
}
