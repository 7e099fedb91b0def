using System.Reflection;

namespace CloudUpdate.Docs.Tests;

/// <summary>Where the build put what the tests use without linking it.</summary>
internal static class BuiltParts
{
    /// <summary>Folder of the plugin.</summary>
    public static string Provider { get; } = Folder("LocalPart.Provider");

    /// <summary>Folder of a program with the SDK and all that it needs.</summary>
    public static string Program { get; } = Folder("LocalPart.Program");

    /// <summary>Folder of a program that has the Automation API besides.</summary>
    public static string Pipeline { get; } = Folder("LocalPart.Pipeline");

    private static string Folder(string key) => Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory,
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!));
}
