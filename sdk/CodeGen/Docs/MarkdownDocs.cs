using Markdig;
using Markdig.Syntax;

namespace CloudUpdate.CodeGen.Docs;

/// <summary>
/// From Markdown descriptions to documentation comments that editors lay out: the first paragraph is the summary, sections
/// called "Example" are the example, everything else is the remarks. Code in other languages than C# and shell is left out.
/// </summary>
internal static class MarkdownDocs
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    /// <summary>The comment for a description; for an empty one, a summary of the given XML.</summary>
    public static DocComment Comment(string markdown, string fallback)
    {
        var sections = new Sections();
        foreach (var block in Markdown.Parse(Shortcodes.Resolve(markdown), Pipeline))
        {
            sections.Add(block);
        }
        return sections.ToComment(fallback);
    }

    private sealed class Sections
    {
        private readonly List<string> _summary = [];
        private readonly List<string> _remarks = [];
        private readonly List<string> _example = [];
        private int? _exampleLevel;

        public void Add(Block block)
        {
            if (_summary.Count == 0 && block is ParagraphBlock opening)
            {
                _summary.AddRange(BlockXml.Text(opening));
                return;
            }
            if (block is HeadingBlock heading)
            {
                Enter(heading);
            }
            BlockXml.Render(block, _exampleLevel is null ? _remarks : _example);
        }

        public DocComment ToComment(string fallback)
        {
            List<string> lines = ["<summary>", .. _summary.Count > 0 ? _summary : [fallback], "</summary>"];
            Append(lines, "remarks", _remarks);
            Append(lines, "example", _example);
            return new DocComment(lines);
        }

        /// <summary>An example section ends at the next heading that is neither below it nor an example itself.</summary>
        private void Enter(HeadingBlock heading)
        {
            if (string.Concat(BlockXml.Text(heading)).StartsWith("Example", StringComparison.Ordinal))
            {
                _exampleLevel ??= heading.Level;
            }
            else if (heading.Level <= _exampleLevel)
            {
                _exampleLevel = null;
            }
        }

        /// <summary>Sections whose only content was code in other languages are headings without a body: nothing to show.</summary>
        private static void Append(List<string> lines, string element, List<string> content)
        {
            if (content.Exists(line => !line.StartsWith(BlockXml.HeadingStart, StringComparison.Ordinal)))
            {
                lines.AddRange([$"<{element}>", .. content, $"</{element}>"]);
            }
        }
    }
}
