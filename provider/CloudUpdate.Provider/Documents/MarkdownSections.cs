namespace CloudUpdate.Provider.Documents;

/// <summary>A Markdown text by its sections (headings of the second level); what stands before the first is the introduction.</summary>
internal sealed class MarkdownSections
{
    private readonly Dictionary<string, string> _sections = [];

    /// <summary>Takes a text apart.</summary>
    public MarkdownSections(string markdown)
    {
        var parts = ("\n" + markdown).Split("\n## ");
        Introduction = parts[0].Trim();
        foreach (var part in parts.Skip(1))
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            _sections[part[..end].Trim()] = part[end..].Trim();
        }
    }

    /// <summary>What stands before the first section.</summary>
    public string Introduction { get; }

    /// <summary>The text of a section; empty where there is none.</summary>
    public string Text(string title) => _sections.GetValueOrDefault(title, string.Empty);
}
