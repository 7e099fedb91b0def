using System.Text.RegularExpressions;

namespace CloudUpdate.CodeGen.Docs;

/// <summary>The bracketed codes that package descriptions use on top of Markdown.</summary>
internal static partial class Shortcodes
{
    /// <summary>
    /// The Markdown without codes: examples in no language that a C# programmer reads are gone, the marks around the others
    /// too, and cross references are the name of what they point to.
    /// </summary>
    public static string Resolve(string markdown)
    {
        var examples = Example().Replace(markdown, match => Readable().IsMatch(match.Groups[1].Value) ? match.Groups[1].Value : "");
        var unmarked = Marks().Replace(examples, "");
        return Reference().Replace(unmarked, match => $"`{NameOf(match.Groups[1].Value)}`");
    }

    private static string NameOf(string reference) => Uri.UnescapeDataString(reference[(reference.LastIndexOfAny(['/', ':']) + 1)..]);

    [GeneratedRegex(@"\{\{%\s*example\s*%\}\}(.*?)\{\{%\s*/example\s*%\}\}", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"^\s*```\s*(csharp|sh)\b", RegexOptions.Multiline)]
    private static partial Regex Readable();

    [GeneratedRegex(@"\{\{%\s*/?\s*examples?\s*/?\s*%\}\}")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\{\{%\s*ref\s+(\S+)\s*%\}\}")]
    private static partial Regex Reference();
}
