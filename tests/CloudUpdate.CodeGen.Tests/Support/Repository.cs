using System.Runtime.CompilerServices;

namespace CloudUpdate.CodeGen.Tests.Support;

/// <summary>Places in the repository.</summary>
internal static class Repository
{
    /// <summary>The folder of this test project.</summary>
    public static string TestProject { get; } = Path.GetDirectoryName(Path.GetDirectoryName(ThisFile()))!;

    /// <summary>The top of the repository.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(TestProject, "..", ".."));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
