using System.Collections.Immutable;

namespace Pulumi.Cli.Display.Text;

/// <summary>Collects lines piece by piece.</summary>
internal sealed class LineBuilder
{
    private readonly ImmutableArray<Line>.Builder _lines = ImmutableArray.CreateBuilder<Line>();
    private Line _current = Line.Empty;

    public LineBuilder Text(string text, Tone tone = Tone.Plain)
    {
        _current = _current.Append(text, tone);
        return this;
    }

    /// <summary>Ends the line under construction.</summary>
    public LineBuilder End()
    {
        _lines.Add(_current);
        _current = Line.Empty;
        return this;
    }

    public LineBuilder Add(string text, Tone tone = Tone.Plain) => Text(text, tone).End();

    public LineBuilder Add(IEnumerable<Line> lines)
    {
        _lines.AddRange(lines);
        return this;
    }

    public ImmutableArray<Line> ToLines() => _lines.ToImmutable();
}
