using System.Text;

namespace CloudUpdate.CodeGen.Docs;

/// <summary>Text inside XML.</summary>
internal static class XmlText
{
    /// <summary>The text with markup escaped and characters dropped that XML cannot hold.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '\t' or '\n' or >= ' ' and < '\uFFFE' => escaped.Append(character),
                _ => escaped,
            };
        }
        return escaped.ToString();
    }

    /// <summary>The text as an attribute's value.</summary>
    public static string Attribute(string text) => Escape(text).Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <summary>The text as code.</summary>
    public static string Code(string text) => $"<c>{Escape(text)}</c>";
}
