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

    /// <summary>The folder of the examples.</summary>
    public static string Examples { get; } = Folder("LocalPart.Examples");

    /// <summary>The program of an example.</summary>
    /// <param name="example">Its folder, from the folder of the examples.</param>
    public static string Example(string example)
    {
        var folder = Path.Combine(Examples, example);
        var project = Directory.GetFiles(folder, "*.csproj").Single();
        return Path.Combine(folder, Value("LocalPart.Output"), Path.ChangeExtension(Path.GetFileName(project), "dll"));
    }

    private static string Folder(string key) => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, Value(key)));

    private static string Value(string key) => Assembly.GetExecutingAssembly()
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
