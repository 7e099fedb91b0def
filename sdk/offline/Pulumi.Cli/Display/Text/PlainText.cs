using System.Text;
using System.Text.RegularExpressions;

namespace Pulumi.Cli.Display.Text;

/// <summary>Takes out of messages what a terminal would act on.</summary>
internal static partial class PlainText
{
    /// <summary>The text without colour tags, escape sequences and control characters other than tabs and line breaks.</summary>
    public static string Of(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var character in Marks.Replace(text, string.Empty))
        {
            if (!char.IsControl(character) || character is '\n' or '\t')
            {
                visible.Append(character);
            }
        }

        return visible.ToString();
    }

    /// <summary>The text as one line, line breaks as <c>\n</c>.</summary>
    public static string OneLine(string text) => Of(text).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>The lines of a text, without line breaks at its end.</summary>
    public static string[] Lines(string text) => Of(text).TrimEnd().Split('\n');

    [GeneratedRegex(@"<\{%[^%]*%\}>|\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b\][^\a\x1b]*(?:\a|\x1b\\)")]
    private static partial Regex Marks { get; }
}
