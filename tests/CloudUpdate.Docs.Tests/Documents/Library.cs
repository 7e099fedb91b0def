using CloudUpdate.TestKit.Golden;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Docs.Tests.Documents;

/// <summary>Everything that people read: the Markdown files of the repository, and the longer descriptions of the schema.</summary>
internal static class Library
{
    // Built, generated or accepted output of others.
    private static readonly string[] s_skipped = ["bin", "obj", "Goldens", "artifacts", "out", "TestResults", ".git", "node_modules"];

    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = GoldenFile.RepositoryRoot();

    /// <summary>The Markdown files.</summary>
    public static IReadOnlyList<Document> Files { get; } = [.. MarkdownFiles(new DirectoryInfo(Root)).Select(file => Document.Read(Root, file.FullName)).OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <summary>The Markdown files and the descriptions in the schema that have blocks in them.</summary>
    public static IReadOnlyList<Document> All { get; } = [.. Files, .. Descriptions()];

    /// <summary>The blocks of some languages; a block that stands in several documents counts once.</summary>
    public static IEnumerable<Snippet> Snippets(params string[] languages) => All
        .SelectMany(document => document.Snippets)
        .Where(snippet => languages.Contains(snippet.Language))
        .DistinctBy(snippet => snippet.Text);

    /// <summary>A file of the repository by its path.</summary>
    public static Document Named(string path) => Files.Single(file => file.Path == path);

    /// <summary>Where a path of the repository is on this machine.</summary>
    public static string Resolve(string path) => Path.GetFullPath(path, Root);

    private static IEnumerable<FileInfo> MarkdownFiles(DirectoryInfo folder) => folder.EnumerateFiles("*.md").Concat(
        folder.EnumerateDirectories().Where(child => !s_skipped.Contains(child.Name) && !IsGenerated(child)).SelectMany(MarkdownFiles));

    private static bool IsGenerated(DirectoryInfo folder) => folder is { Name: "dotnet", Parent.Name: "sdk" };

    private static IEnumerable<Document> Descriptions()
    {
        var schema = JObject.Parse(File.ReadAllText(Path.Combine(Root, "schema.json")));
        return schema.Descendants().OfType<JProperty>()
            .Where(property => property is { Name: "description", Value: JValue { Value: string text } } && text.Contains("```", StringComparison.Ordinal))
            .Select(property => Document.Of($"schema.json {property.Parent!.Path}", (string)property.Value!));
    }
}
