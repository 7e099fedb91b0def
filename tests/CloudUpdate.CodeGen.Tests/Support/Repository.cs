using CloudUpdate.TestKit.Golden;

namespace CloudUpdate.CodeGen.Tests.Support;

/// <summary>Places in the repository.</summary>
internal static class Repository
{
    /// <summary>The top of the repository.</summary>
    public static string Root { get; } = GoldenFile.RepositoryRoot();

    /// <summary>The folder of this test project.</summary>
    public static string TestProject { get; } = Path.Combine(Root, "tests", "CloudUpdate.CodeGen.Tests");
}
