using System.Text;

namespace CloudUpdate.Provider.Documents;

/// <summary>Writes Markdown, one part after the other with an empty line between them.</summary>
internal sealed class MarkdownText
{
    private readonly StringBuilder _text = new();

    /// <summary>A heading.</summary>
    /// <param name="level">Its level, 1 for the title.</param>
    /// <param name="title">What it says.</param>
    public MarkdownText Heading(int level, string title) => Part($"{new string('#', level)} {title}");

    /// <summary>Text that is Markdown already; nothing where it is empty.</summary>
    public MarkdownText Part(string markdown)
    {
        if (markdown.Trim() is { Length: > 0 } text)
        {
            _text.Append(_text.Length == 0 ? string.Empty : "\n").Append(text).Append('\n');
        }

        return this;
    }

    /// <summary>A block of code.</summary>
    public MarkdownText Block(string language, string code) => Part($"```{language}\n{code.Trim()}\n```");

    /// <summary>A table; nothing where it has no rows.</summary>
    /// <param name="heading">Titles of the columns.</param>
    /// <param name="rows">The rows, each with a cell for each column.</param>
    public MarkdownText Table(IReadOnlyList<string> heading, IEnumerable<IReadOnlyList<string>> rows)
    {
        var list = rows.Select(Row).ToList();
        return list.Count == 0 ? this : Part(string.Join('\n', [Row(heading), Row([.. heading.Select(_ => "---")]), .. list]));
    }

    /// <summary>All of it, with a final line feed.</summary>
    public override string ToString() => _text.ToString();

    private static string Row(IReadOnlyList<string> cells) =>
        $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |";
}
