using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using Pulumi.Cli.Display.Changes;
using Pulumi.Cli.Display.Text;

namespace Pulumi.Cli.Display.Views;

/// <summary>The stack's outputs, and how they differ from those of the run before.</summary>
internal sealed class OutputsView(ValueOptions options)
{
    private const int Column = 4;

    /// <summary>The section, with its heading; empty where there are neither old nor new outputs.</summary>
    /// <param name="old">The outputs before; empty on the first run.</param>
    /// <param name="fresh">The outputs now.</param>
    public ImmutableArray<Line> Lines(PropertyMap old, PropertyMap fresh)
    {
        if (old.Count == 0 && fresh.Count == 0)
        {
            return [];
        }

        var output = new LineBuilder().Add("Outputs:", Tone.Strong);
        if (old.Count == 0)
        {
            new ValuePrinter(options).Map(output, fresh, Column);
            return output.ToLines();
        }

        var changes = Comparison.OfMaps(old, fresh)?.Members.ToDictionary(member => member.Key, member => member.Value) ?? [];
        var keys = old.Keys.Union(fresh.Keys).Order(StringComparer.Ordinal).ToList();
        var width = keys.Max(key => key.Length);
        var (values, printer) = (new ValuePrinter(options), new ChangePrinter(options));
        foreach (var key in keys)
        {
            if (changes.TryGetValue(key, out var change))
            {
                printer.Member(output, key, change, width, Column);
            }
            else
            {
                output.Text(new string(' ', Column)).Text($"{key.PadRight(width)}: ");
                values.Value(output, fresh[key], Column, Tone.Plain);
            }
        }

        return output.ToLines();
    }
}
