using CloudUpdate.Docs.Tests.Documents;

namespace CloudUpdate.Docs.Tests;

/// <summary>The messages that the README explains are those of the code: each piece between its dots stands in a source file.</summary>
internal sealed class MessageTests
{
    private const int ShortestTellingPiece = 8;

    private static readonly Lazy<string> s_sources = new(() => string.Join('\n', new[] { "provider/CloudUpdate.Provider", "sdk/offline" }
        .SelectMany(folder => Directory.EnumerateFiles(Library.Resolve(folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(File.ReadAllText)));

    private static IEnumerable<string> Messages => Library.Named("README.md").Table("Troubleshooting").Select(row => row[0].Trim('`'));

    [TestCaseSource(nameof(Messages))]
    public void Message_OfTheReadme_IsOneOfTheCode(string message)
    {
        var pieces = message.Split('…').Select(piece => piece.Trim()).Where(piece => piece.Length > 0).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(pieces.Max(piece => piece.Length), Is.GreaterThanOrEqualTo(ShortestTellingPiece));
            Assert.That(pieces.Where(piece => !s_sources.Value.Contains(piece, StringComparison.Ordinal)), Is.Empty);
        });
    }
}
