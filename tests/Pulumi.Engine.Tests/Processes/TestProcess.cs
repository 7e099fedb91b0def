namespace Pulumi.Engine.Tests.Processes;

/// <summary>What this assembly does as a process of its own: with a monitor in its environment it is a program, with the role of an engine it
/// runs an update, otherwise it is a provider.</summary>
internal static class TestProcess
{
    public const string Role = "ENGINE_TEST_ROLE";
    public const string Engine = "engine";

    /// <summary>The assembly, to be run with <c>dotnet</c>.</summary>
    public static string AssemblyPath => typeof(TestProcess).Assembly.Location;

    /// <summary>The native executable beside it.</summary>
    public static string ExecutablePath => Path.ChangeExtension(AssemblyPath, OperatingSystem.IsWindows() ? ".exe" : null);

    private static Task<int> Main(string[] arguments)
    {
        if (Environment.GetEnvironmentVariable("PULUMI_MONITOR") is not null)
        {
            return ProgramProcess.RunAsync();
        }

        return Environment.GetEnvironmentVariable(Role) == Engine ? EngineProcess.RunAsync(arguments[0]) : ProviderProcess.RunAsync();
    }
}
