using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace CloudUpdate.CodeGen.Docs;

/// <summary>Blocks of Markdown as the elements that documentation comments have for them.</summary>
internal static class BlockXml
{
    /// <summary>How the line of a heading begins.</summary>
    public const string HeadingStart = "<para><b>";

    /// <summary>Appends the lines of a block.</summary>
    public static void Render(Block block, List<string> lines)
    {
        switch (block)
        {
            case HeadingBlock heading:
                lines.Add($"{HeadingStart}{string.Join(' ', Text(heading))}</b></para>");
                break;
            case FencedCodeBlock { Info: not ("csharp" or "sh" or "" or null) }:
                break;
            case CodeBlock code:
                RenderCode(code, lines);
                break;
            case LeafBlock { Inline: not null } paragraph:
                Wrap("para", Text(paragraph), lines);
                break;
            case ListBlock list:
                RenderList(list, lines);
                break;
            case Table table:
                RenderTable(table, lines);
                break;
            case ContainerBlock container:
                RenderAll(container, lines);
                break;
        }
    }

    /// <summary>The lines of a block's text, without an element around them.</summary>
    public static IReadOnlyList<string> Text(LeafBlock block) =>
        [.. InlineXml.Render(block.Inline).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];

    private static void RenderAll(ContainerBlock container, List<string> lines)
    {
        foreach (var child in container)
        {
            Render(child, lines);
        }
    }

    private static void RenderCode(CodeBlock code, List<string> lines)
    {
        lines.Add("<code>");
        lines.AddRange(code.Lines.ToString().TrimEnd('\n').Split('\n').Select(XmlText.Escape));
        lines.Add("</code>");
    }

    private static void RenderList(ListBlock list, List<string> lines)
    {
        lines.Add(list.IsOrdered ? "<list type=\"number\">" : "<list type=\"bullet\">");
        foreach (var item in list.OfType<ListItemBlock>())
        {
            RenderItem(item, lines);
        }
        lines.Add("</list>");
    }

    private static void RenderItem(ListItemBlock item, List<string> lines)
    {
        if (item is [ParagraphBlock only])
        {
            Wrap("item", Wrapped("description", Text(only)), lines);
            return;
        }
        lines.Add("<item><description>");
        RenderAll(item, lines);
        lines.Add("</description></item>");
    }

    private static void RenderTable(Table table, List<string> lines)
    {
        lines.Add("<list type=\"table\">");
        foreach (var row in table.OfType<TableRow>())
        {
            var element = row.IsHeader ? "listheader" : "item";
            var cells = row.OfType<TableCell>().Select(cell => string.Join(' ', cell.OfType<LeafBlock>().SelectMany(Text))).ToList();
            var rest = string.Join(" | ", cells.Skip(1));
            lines.Add($"<{element}><term>{cells.FirstOrDefault()}</term><description>{rest}</description></{element}>");
        }
        lines.Add("</list>");
    }

    private static List<string> Wrapped(string element, IReadOnlyList<string> text)
    {
        var lines = new List<string>();
        Wrap(element, text, lines);
        return lines;
    }

    private static void Wrap(string element, IReadOnlyList<string> text, List<string> lines)
    {
        for (var index = 0; index < text.Count; index++)
        {
            var start = index == 0 ? $"<{element}>" : "";
            var end = index == text.Count - 1 ? $"</{element}>" : "";
            lines.Add(start + text[index] + end);
        }
    }
}
