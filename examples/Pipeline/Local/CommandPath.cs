using CloudUpdate.Examples.Local;

namespace CloudUpdate.Pipeline.Local;

/// <summary>Makes sure that there is a <c>pulumi</c> to drive.</summary>
internal static class CommandPath
{
    /// <summary>The search path for the command: as it is where it has one already, otherwise with the built one in front.</summary>
    public static string Value()
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? string.Empty;
        var name = OperatingSystem.IsWindows() ? "pulumi.exe" : "pulumi";
        return path.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)))
            ? path
            : Path.GetDirectoryName(LocalParts.Command) + Path.PathSeparator + path;
    }
}
