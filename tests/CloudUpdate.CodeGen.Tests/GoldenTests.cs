using System.Text;
using CloudUpdate.CodeGen.Tests.Support;

namespace CloudUpdate.CodeGen.Tests;

/// <summary>
/// Each schema in <c>Schemas</c> has its accepted output in <c>Goldens</c>. Set CLOUDUPDATE_ACCEPT=1 to accept what is generated now,
/// and explain the difference in the commit.
/// </summary>
internal sealed class GoldenTests
{
    private static IEnumerable<string> Cases =>
        Directory.EnumerateFiles(Path.Combine(Repository.TestProject, "Schemas"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order();

    [TestCaseSource(nameof(Cases))]
    public void Generate_Schema_AcceptedOutput(string name)
    {
        var files = Generated.Files(Schema(name));
        var folder = new SdkFolder(Path.Combine(Repository.TestProject, "Goldens", name));
        if (Environment.GetEnvironmentVariable("CLOUDUPDATE_ACCEPT") == "1")
        {
            folder.Write(files);
        }

        Assert.Multiple(() =>
        {
            Assert.That(files.Keys, Is.EquivalentTo(folder.Files), "the files; accept with CLOUDUPDATE_ACCEPT=1");
            foreach (var file in folder.Files.Where(files.ContainsKey))
            {
                Assert.That(Encoding.UTF8.GetString(files[file]), Is.EqualTo(Encoding.UTF8.GetString(folder.Read(file))), file);
            }
        });
    }

    [TestCaseSource(nameof(Cases))]
    public void Generate_SchemaTwice_SameBytes(string name)
    {
        var first = Generated.Files(Schema(name));
        var second = Generated.Files(Schema(name));

        Assert.That(second, Is.EqualTo(first));
    }

    /// <summary>No error, no warning, and documentation on every public member.</summary>
    [TestCaseSource(nameof(Cases))]
    public void Compile_AgainstPublishedSdk_Clean(string name)
    {
        var compilation = SdkCompiler.Compile(Generated.Files(Schema(name)), PublishedSdk.Reference);

        Assert.That(SdkCompiler.Complaints(compilation), Is.Empty);
    }

    private static string Schema(string name) => File.ReadAllText(Path.Combine(Repository.TestProject, "Schemas", name + ".json"));
}
