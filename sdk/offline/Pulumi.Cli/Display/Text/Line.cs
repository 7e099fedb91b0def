using System.Collections.Immutable;

namespace Pulumi.Cli.Display.Text;

/// <summary>A piece of a line.</summary>
/// <param name="Text">The text, without line breaks.</param>
/// <param name="Tone">What it stands for.</param>
internal readonly record struct Span(string Text, Tone Tone);

/// <summary>One line of output, before colours and before any width is known.</summary>
/// <param name="Spans">Its pieces in order.</param>
internal sealed record Line(ImmutableArray<Span> Spans)
{
    public static Line Empty { get; } = new([]);

    /// <summary>The text alone.</summary>
    public string Text => string.Concat(Spans.Select(span => span.Text));

    public static Line Of(string text, Tone tone = Tone.Plain) => new([new Span(text, tone)]);

    public Line Append(string text, Tone tone = Tone.Plain) => new(Spans.Add(new Span(text, tone)));

    public Line Append(Line other) => new(Spans.AddRange(other.Spans));

    /// <summary>This line moved to the right.</summary>
    public Line Indent(int columns) => Spans.IsEmpty ? this : new(Spans.Insert(0, new Span(new string(' ', columns), Tone.Plain)));

    public override string ToString() => Text;
}
