using System.Collections.Immutable;
using Pulumi.Cli.Display.Model;
using Pulumi.Cli.Display.Text;

namespace Pulumi.Cli.Display.Views;

/// <summary>All messages of a run, grouped by the resource they speak of.</summary>
internal static class DiagnosticsView
{
    /// <summary>The section, with its heading; empty where nothing was said.</summary>
    public static ImmutableArray<Line> Lines(ImmutableArray<ResourceRow> rows)
    {
        var output = new LineBuilder();
        foreach (var row in rows.Where(row => !row.Diagnostics.IsEmpty))
        {
            output.Text("  ").Text($"{TypeText.Shorten(row.Type)} ({row.Name}):", Tone.Strong).End();
            foreach (var diagnostic in row.Diagnostics)
            {
                output.Add(DiagnosticLines.Of(diagnostic, column: 4));
            }

            output.End();
        }

        var lines = output.ToLines();
        return lines.IsEmpty ? [] : [Line.Of("Diagnostics:", Tone.Strong), .. lines[..^1]];
    }
}
