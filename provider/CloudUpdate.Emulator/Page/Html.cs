using System.Text;
using System.Text.Encodings.Web;

namespace CloudUpdate.Emulator.Page;

/// <summary>Writes HTML; whatever is not written as markup is escaped.</summary>
internal sealed class Html
{
    private readonly StringBuilder _text = new();

    /// <summary>Markup that this program wrote itself.</summary>
    public Html Markup(string markup)
    {
        _text.Append(markup);
        return this;
    }

    /// <summary>Text from anywhere.</summary>
    public Html Text(string? text)
    {
        _text.Append(HtmlEncoder.Default.Encode(text ?? ""));
        return this;
    }

    /// <summary>An element around text from anywhere.</summary>
    public Html Element(string name, string? text, string? style = null)
    {
        var start = style is null ? $"<{name}>" : $"<{name} class=\"{style}\">";
        return Markup(start).Text(text).Markup($"</{name}>");
    }

    public override string ToString() => _text.ToString();
}
