using CloudUpdate.Protocol.Values;
using Pulumi.Cli.Display.Text;

namespace Pulumi.Cli.Display.Changes;

/// <summary>Writes whole values, one property a line, members indented by four.</summary>
internal sealed class ValuePrinter(ValueOptions options)
{
    private const int Step = 4;
    private readonly ScalarText _scalars = new(options);

    /// <summary>Writes the properties of a bag. Null, empty texts and empty collections are left out; so are internal keys.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="bag">The bag.</param>
    /// <param name="column">The column at which keys start.</param>
    /// <param name="hidden">Top-level properties whose value is not to be shown.</param>
    public void Map(LineBuilder output, PropertyMap bag, int column, IReadOnlyCollection<string>? hidden = null)
    {
        var shown = bag.Where(member => IsShown(member.Key, member.Value)).ToList();
        var width = shown.Count == 0 ? 0 : shown.Max(member => member.Key.Length);
        foreach (var (key, value) in shown)
        {
            output.Text(new string(' ', column)).Text(key.PadRight(width)).Text(": ");
            if (hidden?.Contains(key) == true)
            {
                output.Text("(hidden)", Tone.Faint).End();
            }
            else
            {
                Value(output, value, column, Tone.Plain);
            }
        }
    }

    /// <summary>Writes one value from the current position to the end of a line; its members, if any, below it.</summary>
    public void Value(LineBuilder output, PropertyValue value, int column, Tone tone, string prefix = "")
    {
        var visible = _scalars.Visible(value);
        var document = ScalarText.AsJson(visible);
        switch (document ?? visible)
        {
            case MapValue { Map.Count: > 0 } map:
                output.Text(document is null ? "{" : "(json) {", tone).End();
                Members(output, map.Map.Select(member => (member.Key, member.Value)), column, tone, prefix);
                output.Text(new string(' ', column)).Text("}", tone).End();
                break;
            case ListValue { Items.Length: > 0 } list:
                output.Text(document is null ? "[" : "(json) [", tone).End();
                Members(output, list.Items.Select((item, index) => (Comparison.Label(index), item)), column, tone, prefix);
                output.Text(new string(' ', column)).Text("]", tone).End();
                break;
            default:
                output.Text(_scalars.Of(visible), ToneOf(visible, tone)).End();
                break;
        }
    }

    /// <summary>The one line of a value where it has one.</summary>
    public string? OneLine(PropertyValue value)
    {
        var visible = _scalars.Visible(value);
        return ScalarText.AsJson(visible) is not null || visible is MapValue { Map.Count: > 0 } or ListValue { Items.Length: > 0 }
            ? null
            : _scalars.Of(visible);
    }

    public static Tone ToneOf(PropertyValue value, Tone tone) => value is SecretValue or UnknownValue ? Tone.Faint : tone;

    private void Members(LineBuilder output, IEnumerable<(string Label, PropertyValue Value)> members, int column, Tone tone, string prefix)
    {
        var all = members.ToList();
        var width = all.Max(member => member.Label.Length);
        foreach (var (label, value) in all)
        {
            var inner = column + Step;
            output.Text(new string(' ', inner - prefix.Length)).Text(prefix, tone).Text($"{label.PadRight(width)}: ", tone);
            Value(output, value, inner, tone, prefix);
        }
    }

    private static bool IsShown(string key, PropertyValue value) =>
        !key.StartsWith("__", StringComparison.Ordinal) && value is not (NullValue or StringValue { Value: "" } or ListValue { Items.Length: 0 } or MapValue { Map.Count: 0 });
}
