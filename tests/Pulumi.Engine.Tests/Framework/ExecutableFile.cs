namespace Pulumi.Engine.Tests.Framework;

/// <summary>Marks files as programs on systems that tell programs by their mode.</summary>
internal static class ExecutableFile
{
    public static void Mark(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }
}
