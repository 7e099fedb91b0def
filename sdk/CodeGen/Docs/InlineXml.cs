using System.Text;
using Markdig.Syntax.Inlines;

namespace CloudUpdate.CodeGen.Docs;

/// <summary>Text of Markdown as the elements that documentation comments have for it.</summary>
internal static class InlineXml
{
    /// <summary>The XML of a container's content.</summary>
    public static string Render(ContainerInline? container)
    {
        var xml = new StringBuilder();
        foreach (var inline in container ?? new ContainerInline())
        {
            xml.Append(Render(inline));
        }
        return xml.ToString();
    }

    private static string Render(Inline inline) => inline switch
    {
        LiteralInline literal => XmlText.Escape(literal.Content.ToString()),
        CodeInline code => XmlText.Code(code.Content),
        EmphasisInline { DelimiterCount: >= 2 } strong => $"<b>{Render((ContainerInline)strong)}</b>",
        EmphasisInline emphasis => $"<i>{Render((ContainerInline)emphasis)}</i>",
        LinkInline { IsImage: false, Url: { } url } link when IsAbsolute(url) => Link(url, Render((ContainerInline)link)),
        AutolinkInline automatic => Link(automatic.IsEmail ? "mailto:" + automatic.Url : automatic.Url, XmlText.Escape(automatic.Url)),
        LineBreakInline { IsHard: true } => "<br/>\n",
        LineBreakInline => "\n",
        HtmlEntityInline entity => XmlText.Escape(entity.Transcoded.ToString()),
        HtmlInline html => html.Tag.StartsWith("<!--", StringComparison.Ordinal) ? "" : XmlText.Escape(html.Tag),
        ContainerInline container => Render(container),
        _ => "",
    };

    /// <summary>A link inside the package's own pages leads nowhere from an editor.</summary>
    private static bool IsAbsolute(string url) =>
        url.StartsWith("https://", StringComparison.Ordinal) || url.StartsWith("http://", StringComparison.Ordinal);

    private static string Link(string url, string text) => $"<see href=\"{XmlText.Attribute(url)}\">{text}</see>";
}
