using System.Reflection;

namespace CloudUpdate.EndToEnd.Tests.Processes;

/// <summary>Where the build put what the tests start as processes.</summary>
internal static class BuiltParts
{
    public static string ProviderFolder { get; } = Folder("LocalPart.Provider");

    public static string Command { get; } =
        Path.Combine(Folder("LocalPart.Command"), OperatingSystem.IsWindows() ? "pulumi.exe" : "pulumi");

    /// <summary>The program of the tests.</summary>
    public static string TestProgram { get; } = Path.Combine(Folder("LocalPart.TestProgram"), "CloudUpdate.TestProgram.dll");

    /// <summary>The program of an example.</summary>
    public static string Example(string example) =>
        Path.Combine(Folder("LocalPart.Examples"), example, Value("LocalPart.Output"), $"{example}.dll");

    private static string Folder(string key) => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, Value(key)));

    private static string Value(string key) => Assembly.GetExecutingAssembly()
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
