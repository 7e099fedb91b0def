using NUnit.Framework;

namespace CloudUpdate.TestKit.Golden;

/// <summary>Texts that a test compares with a file of the repository. <c>CLOUDUPDATE_ACCEPT=1</c> writes the file instead.</summary>
public static class GoldenFile
{
    /// <summary>Fails the test unless the text is that of the file.</summary>
    /// <param name="actual">The text.</param>
    /// <param name="file">The file, relative to the root of the repository.</param>
    public static void Verify(string actual, string file)
    {
        var path = Path.Combine(RepositoryRoot(), file);
        if (Environment.GetEnvironmentVariable("CLOUDUPDATE_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        var expected = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : null;
        Assert.That(actual.ReplaceLineEndings("\n"), Is.EqualTo(expected), $"{file} differs; CLOUDUPDATE_ACCEPT=1 dotnet test accepts what is there now");
    }

    /// <summary>The top folder of the repository that the tests run in.</summary>
    /// <returns>An absolute path.</returns>
    /// <exception cref="InvalidOperationException">The tests do not run inside of a repository.</exception>
    /// <remarks>Compiled-in paths of sources are no help: deterministic builds map them away.</remarks>
    public static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CloudUpdateProvider.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside of the repository.");
    }
}
