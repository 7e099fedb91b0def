using System.Reflection;

namespace CloudUpdate.Examples.Local;

/// <summary>Where the build put the parts that the tour starts as processes.</summary>
internal static class LocalParts
{
    /// <summary>Folder of the resource plugin, <c>pulumi-resource-cloudupdate</c>.</summary>
    public static string ProviderFolder { get; } = Folder("LocalPart.Provider");

    /// <summary>The emulator's executable.</summary>
    public static string Emulator { get; } = Executable("LocalPart.Emulator", "CloudUpdate.Emulator");

    /// <summary>The embedded <c>pulumi</c> command.</summary>
    public static string Command { get; } = Executable("LocalPart.Command", "pulumi");

    /// <summary>This program's own assembly, which the engine runs.</summary>
    public static string Program { get; } = Assembly.GetExecutingAssembly().Location;

    private static string Executable(string key, string name) =>
        Path.Combine(Folder(key), OperatingSystem.IsWindows() ? name + ".exe" : name);

    private static string Folder(string key)
    {
        var relative = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == key).Value!;
        return Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, relative));
    }
}
