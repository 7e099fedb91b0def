using System.Collections.Immutable;
using Spectre.Console;

namespace Pulumi.Cli.Display.Text;

/// <summary>Lays cells out in columns two blanks apart. Nothing is cut and the last cell of a row is not padded.</summary>
internal static class Columns
{
    private const int Gap = 2;

    /// <summary>The rows as lines. A row of a single cell is a line of its own kind: it widens no column.</summary>
    public static ImmutableArray<Line> Align(IReadOnlyCollection<ImmutableArray<Line>> rows)
    {
        var widths = new List<int>();
        foreach (var row in rows.Where(row => row.Length > 1))
        {
            for (var column = 0; column < row.Length; column++)
            {
                if (column == widths.Count)
                {
                    widths.Add(0);
                }

                widths[column] = Math.Max(widths[column], Width(row[column]));
            }
        }

        return [.. rows.Select(row => Align(row, widths))];
    }

    private static Line Align(ImmutableArray<Line> row, List<int> widths)
    {
        var last = row.Length - 1;
        while (last > 0 && row[last].Spans.All(span => span.Text.Length == 0))
        {
            last--;
        }

        var line = Line.Empty;
        for (var column = 0; column <= last; column++)
        {
            line = line.Append(row[column]);
            if (column < last)
            {
                line = line.Append(new string(' ', widths[column] - Width(row[column]) + Gap));
            }
        }

        return line;
    }

    private static int Width(Line line) => line.Text.GetCellWidth();
}
