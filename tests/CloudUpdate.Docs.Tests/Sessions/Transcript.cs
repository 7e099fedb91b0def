using System.Text;
using System.Text.RegularExpressions;

namespace CloudUpdate.Docs.Tests.Sessions;

/// <summary>What a session shows: typed lines, each with what it printed; values that differ from run to run are evened out.</summary>
internal sealed partial class Transcript
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds a typed line and its output.</summary>
    public void Add(string typed, string output)
    {
        _text.Append("$ ").Append(typed).Append('\n');
        var shown = Even(output).TrimEnd();
        if (shown.Length > 0)
        {
            _text.Append(shown).Append("\n\n");
        }
    }

    public override string ToString() => _text.ToString().TrimEnd();

    private static string Even(string output)
    {
        var text = TrailingBlanks().Replace(output.ReplaceLineEndings("\n"), string.Empty);
        return Seconds().Replace(RandomIds().Replace(text, "$1…"), "1s");
    }

    [GeneratedRegex(@"(::default_[0-9_]+::)[0-9a-f-]{36}")]
    private static partial Regex RandomIds();

    [GeneratedRegex(@"\b\d+(\.\d+)?s\b")]
    private static partial Regex Seconds();

    [GeneratedRegex(@"[ \t]+$", RegexOptions.Multiline)]
    private static partial Regex TrailingBlanks();
}
