using Pulumi.Cli.Display.Text;
using Pulumi.Engine.Events;

namespace Pulumi.Cli.Display.Views;

/// <summary>Messages as lines: errors and warnings say so, information has no prefix.</summary>
internal static class DiagnosticLines
{
    public static IEnumerable<Line> Of(DiagnosticEvent diagnostic, int column)
    {
        var (prefix, tone) = diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => ("error: ", Tone.Error),
            DiagnosticSeverity.Warning => ("warning: ", Tone.Warning),
            DiagnosticSeverity.Debug => ("debug: ", Tone.Faint),
            _ => (string.Empty, Tone.Plain),
        };
        return PlainText.Lines(diagnostic.Message)
            .Select((line, index) => (index == 0 ? Line.Of(prefix, tone).Append(line) : Line.Of(line)).Indent(column));
    }
}
