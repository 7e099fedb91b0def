namespace Pulumi.Automation.Commands;

/// <summary>Finds an executable on a search path.</summary>
internal static class ExecutablePath
{
    /// <summary>The first match, or the bare name where there is none, so that starting it says what is missing.</summary>
    public static string Find(string name, string? searchPath)
    {
        string[] names = OperatingSystem.IsWindows() ? [$"{name}.exe", $"{name}.cmd"] : [name];
        return (searchPath ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(candidate => Path.Combine(folder, candidate)))
            .FirstOrDefault(File.Exists) ?? name;
    }
}
