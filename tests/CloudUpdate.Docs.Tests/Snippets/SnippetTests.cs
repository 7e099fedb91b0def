using CloudUpdate.Docs.Tests.Documents;
using Newtonsoft.Json.Linq;
using YamlDotNet.RepresentationModel;

namespace CloudUpdate.Docs.Tests.Snippets;

/// <summary>What documents show in a language is of that language.</summary>
internal sealed class SnippetTests
{
    private static readonly string[] s_checked = ["csharp", "sh", "console", "yaml", "json", ""];

    private static IEnumerable<Snippet> CSharp => Library.Snippets("csharp");

    private static IEnumerable<Snippet> Yaml => Library.Snippets("yaml");

    private static IEnumerable<Snippet> Json => Library.Snippets("json");

    [TestCaseSource(nameof(CSharp))]
    public void CSharp_OfADocument_Compiles(object snippet) =>
        Assert.That(SnippetCompiler.Complaints(SnippetCompiler.Compile((Snippet)snippet)), Is.Empty);

    [TestCaseSource(nameof(Yaml))]
    public void Yaml_OfADocument_Parses(object snippet)
    {
        using var text = new StringReader(((Snippet)snippet).Text);
        var stream = new YamlStream();
        Assert.That(() => stream.Load(text), Throws.Nothing);
        Assert.That(stream.Documents, Is.Not.Empty);
    }

    [TestCaseSource(nameof(Json))]
    public void Json_OfADocument_Parses(object snippet) =>
        Assert.That(() => JToken.Parse(((Snippet)snippet).Text), Throws.Nothing);

    [Test]
    public void Blocks_OfAllDocuments_AreInALanguageThatIsChecked() =>
        Assert.That(Library.All.SelectMany(document => document.Snippets).Where(snippet => !s_checked.Contains(snippet.Language)), Is.Empty);
}
