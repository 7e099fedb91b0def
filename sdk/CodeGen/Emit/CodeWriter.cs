using System.Text;
using CloudUpdate.CodeGen.Docs;

namespace CloudUpdate.CodeGen.Emit;

/// <summary>Writes indented C#: four blanks a level, line feeds, braces on lines of their own.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _level;

    /// <summary>Writes a line, or an empty one.</summary>
    public CodeWriter Line(string line = "")
    {
        if (line.Length > 0)
        {
            _text.Append(' ', 4 * _level).Append(line);
        }
        _text.Append('\n');
        return this;
    }

    /// <summary>Writes lines of a text, each indented.</summary>
    public CodeWriter Lines(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            Line(line);
        }
        return this;
    }

    /// <summary>Writes a header and opens braces below it; disposing closes them.</summary>
    public IDisposable Block(string header, string end = "}")
    {
        Line(header);
        return Open(end);
    }

    /// <summary>Opens braces; disposing closes them with the given text.</summary>
    public IDisposable Open(string end = "}")
    {
        Line("{");
        _level++;
        return new Scope(this, end);
    }

    /// <summary>Indents what follows until disposal.</summary>
    public IDisposable Indent()
    {
        _level++;
        return new Scope(this, null);
    }

    /// <summary>Writes a documentation comment.</summary>
    public CodeWriter Docs(DocComment docs)
    {
        foreach (var line in docs.Lines)
        {
            Line(line.Length == 0 ? "///" : "/// " + line);
        }
        return this;
    }

    /// <summary>Writes a comment of one sentence.</summary>
    public CodeWriter Summary(string xml) => Docs(DocComment.Summary(xml));

    /// <summary>Marks what follows as obsolete if there is a reason not to use it.</summary>
    public CodeWriter Obsolete(string deprecation) =>
        deprecation.Length == 0 ? this : Line($"[Obsolete(@\"{deprecation.Replace("\"", "\"\"", StringComparison.Ordinal)}\")]");

    /// <summary>Everything written so far.</summary>
    public override string ToString() => _text.ToString();

    private sealed class Scope(CodeWriter writer, string? end) : IDisposable
    {
        public void Dispose()
        {
            writer._level--;
            if (end is not null)
            {
                writer.Line(end);
            }
        }
    }
}
