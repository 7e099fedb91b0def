using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CloudUpdate.Docs.Tests.Documents;

/// <summary>A Markdown file of the repository, taken apart.</summary>
internal sealed class Document
{
    private static readonly MarkdownPipeline s_pipeline =
        new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    private readonly MarkdownDocument _markdown;

    private Document(string path, string text) => (Path, Text, _markdown) = (path, text, Markdown.Parse(text, s_pipeline));

    /// <summary>Its path from the root of the repository, with slashes.</summary>
    public string Path { get; }

    /// <summary>The whole of it.</summary>
    public string Text { get; }

    /// <summary>Its fenced blocks.</summary>
    public IEnumerable<Snippet> Snippets => _markdown.Descendants<FencedCodeBlock>()
        .Select(block => new Snippet(Path, block.Line + 1, block.Info ?? string.Empty, block.Lines.ToString().ReplaceLineEndings("\n")));

    /// <summary>The code in its sentences and tables.</summary>
    public IEnumerable<string> Code => _markdown.Descendants<CodeInline>().Select(code => code.Content);

    /// <summary>Where its links and pictures lead.</summary>
    public IEnumerable<string> Links => _markdown.Descendants<LinkInline>().Select(link => link.Url ?? string.Empty);

    /// <summary>The names by which links reach its headings.</summary>
    public IReadOnlyList<string> Anchors => [.. _markdown.Descendants<HeadingBlock>().Select(heading => heading.GetAttributes().Id ?? string.Empty)];

    /// <summary>The titles of its sections (headings of the second level).</summary>
    public IReadOnlyList<string> Sections =>
        [.. _markdown.Descendants<HeadingBlock>().Where(heading => heading.Level == 2).Select(heading => Text.Substring(heading.Span.Start, heading.Span.Length).TrimStart('#', ' '))];

    /// <summary>The cells of the first table of a section, row by row, without its heading row.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Table(string section)
    {
        var start = Text.IndexOf($"\n## {section}\n", StringComparison.Ordinal);
        Assert.That(start, Is.GreaterThanOrEqualTo(0), $"{Path} has no section {section}");
        return
        [
            .. _markdown.Descendants<Markdig.Extensions.Tables.Table>().First(table => table.Span.Start > start)
                .Cast<Markdig.Extensions.Tables.TableRow>().Where(row => !row.IsHeader)
                .Select(row => (IReadOnlyList<string>)[.. row.Cast<Markdig.Extensions.Tables.TableCell>().Select(cell => Text.Substring(cell.Span.Start, cell.Span.Length).Trim())]),
        ];
    }

    /// <summary>Reads a file.</summary>
    public static Document Read(string root, string file) =>
        new(System.IO.Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllText(file).ReplaceLineEndings("\n"));

    /// <summary>Takes a text apart that stands in another file.</summary>
    public static Document Of(string path, string text) => new(path, text);

    public override string ToString() => Path;
}
