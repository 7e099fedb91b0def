using System.Globalization;
using System.Text;

namespace CloudUpdate.CodeGen.Diagnostics;

/// <summary>A place in a package schema, written as a JSON pointer fragment such as <c>#/types/acme::Size/properties/unit</c>.</summary>
/// <param name="Text">The pointer as it is printed.</param>
internal sealed record SchemaPath(string Text)
{
    /// <summary>The whole document.</summary>
    public static SchemaPath Root { get; } = new("#");

    /// <summary>The value of a key of the object at this path.</summary>
    /// <param name="key">The key as it stands in the document.</param>
    /// <returns>The extended path, with the key escaped.</returns>
    public SchemaPath Child(string key) => new(Text + "/" + Escape(key));

    /// <summary>An element of the list at this path.</summary>
    /// <param name="index">The element's zero-based index.</param>
    /// <returns>The extended path.</returns>
    public SchemaPath Child(int index) => new(Text + "/" + index.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc />
    public override string ToString() => Text;

    /// <summary>Keys may hold slashes (tokens do), blanks and control characters; these would make the pointer ambiguous or unprintable.</summary>
    private static string Escape(string key)
    {
        var escaped = new StringBuilder(key.Length);
        foreach (var rune in key.EnumerateRunes())
        {
            if (rune.Value is '/' or '%' || Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                escaped.Append(Uri.EscapeDataString(rune.ToString()));
            }
            else
            {
                escaped.Append(rune.ToString());
            }
        }
        return escaped.ToString();
    }
}
