using CloudUpdate.Docs.Tests.Documents;

namespace CloudUpdate.Docs.Tests.Commands;

/// <summary>Commands that documents show exist as they are shown: programs, projects, flags, types and ids.</summary>
internal sealed class CommandTests
{
    private static readonly string[] s_programs = ["dotnet ", "pulumi ", ".ci/", "CLOUDUPDATE_"];

    private static IEnumerable<Snippet> Blocks => Library.Snippets("sh", "console");

    private static IEnumerable<Document> DocumentsWithCode => Library.Files.Where(document => Inline(document).Any());

    [TestCaseSource(nameof(Blocks))]
    public void Block_OfADocument_HasCommandsThatExist(object block)
    {
        var snippet = (Snippet)block;
        var lines = ShellText.Typed(snippet.Text, snippet.Language == "console").ToList();

        Assert.That(lines, Is.Not.Empty, "a block of a shell without a command; lines of a console begin with $");
        Assert.That(lines.SelectMany(Problems), Is.Empty);
    }

    [TestCaseSource(nameof(DocumentsWithCode))]
    public void Sentences_OfADocument_HaveCommandsThatExist(object document) =>
        Assert.That(Inline((Document)document).SelectMany(Problems), Is.Empty);

    [TestCase("pulumi preview --diff --no-such-flag")]
    [TestCase("pulumi import cloudupdate:css:Nothing name id")]
    [TestCase("pulumi import cloudupdate:css:VpcEndpointConnection name id")]
    [TestCase("pulumi watch")]
    [TestCase("dotnet run --project examples/Nothing")]
    [TestCase("dotnet run --project provider/CloudUpdate.Emulator -- --port 1")]
    [TestCase("dotnet test tests")]
    [TestCase("make all")]
    public void Problems_OfAWrongCommand_AreFound(string line) => Assert.That(Problems(line), Is.Not.Empty);

    private static IEnumerable<string> Inline(Document document) =>
        document.Code.Where(code => s_programs.Any(program => code.StartsWith(program, StringComparison.Ordinal)) && !code.EndsWith('…'));

    private static IEnumerable<string> Problems(string line) =>
        ShellText.Commands(line).Select(words => (words, problem: KnownCommands.Problem(words))).Where(pair => pair.problem is not null)
            .Select(pair => $"{string.Join(' ', pair.words)}: {pair.problem}");
}
