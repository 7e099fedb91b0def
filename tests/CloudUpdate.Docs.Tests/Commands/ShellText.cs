using System.Text;

namespace CloudUpdate.Docs.Tests.Commands;

/// <summary>Reads what documents show of a shell: enough to know which commands are run with which words.</summary>
internal static class ShellText
{
    /// <summary>The lines that a person types: all but comments, or those after a prompt where there is output between them.</summary>
    public static IEnumerable<string> Typed(string text, bool hasOutput)
    {
        var lines = text.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return hasOutput
            ? lines.Where(line => line.StartsWith("$ ", StringComparison.Ordinal)).Select(line => line[2..])
            : lines.Where(line => !line.StartsWith('#'));
    }

    /// <summary>The commands of a line, each as its words without quotes, leading assignments left out.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Commands(string line)
    {
        var commands = new List<IReadOnlyList<string>>();
        var words = new List<string>();
        foreach (var word in Words(line))
        {
            if (word is "|" or "||" or "&&" or ";")
            {
                commands.Add(words);
                words = [];
            }
            else if (words.Count > 0 || !IsAssignment(word))
            {
                words.Add(word);
            }
            else if (word.Split("=$(") is [_, var inner])
            {
                words.Add(inner);
            }
        }

        commands.Add(words);
        return [.. commands.Where(command => command.Count > 0)];
    }

    private static bool IsAssignment(string word)
    {
        var end = word.IndexOf('=', StringComparison.Ordinal);
        return end > 0 && word[..end].All(character => char.IsAsciiLetterOrDigit(character) || character == '_');
    }

    private static IEnumerable<string> Words(string line)
    {
        var word = new StringBuilder();
        var (quote, quoted) = ('\0', false);
        foreach (var character in line + " ")
        {
            if (quote != '\0')
            {
                quote = character == quote ? '\0' : quote;
                _ = quote == '\0' ? word : word.Append(character);
            }
            else if (character is '\'' or '"')
            {
                (quote, quoted) = (character, true);
            }
            else if (!char.IsWhiteSpace(character))
            {
                word.Append(character);
            }
            else if (word.Length > 0 || quoted)
            {
                yield return word.ToString();
                word.Clear();
                quoted = false;
            }
        }
    }
}
