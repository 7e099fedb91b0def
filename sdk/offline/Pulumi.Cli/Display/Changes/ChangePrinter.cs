using CloudUpdate.Protocol.Values;
using Pulumi.Cli.Display.Text;

namespace Pulumi.Cli.Display.Changes;

/// <summary>Writes changes, one property a line: the sign two columns before the key, old and new value joined by <c>=></c>.</summary>
internal sealed class ChangePrinter(ValueOptions options)
{
    private const int Step = 4;
    private readonly ValuePrinter _values = new(options);
    private readonly ScalarText _scalars = new(options);

    /// <summary>Writes the changes of a map or list.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="column">The column at which keys start; at least 2.</param>
    public void Members(LineBuilder output, Nested changes, int column)
    {
        var width = changes.Members.Max(member => member.Key.Length);
        foreach (var (label, change) in changes.Members)
        {
            Member(output, label, change, width, column);
        }
    }

    /// <summary>Writes the change of one property.</summary>
    public void Member(LineBuilder output, string label, Change change, int width, int column)
    {
        var (sign, tone) = SignOf(change);
        output.Text(new string(' ', column - 2)).Text(sign, tone).Text(label.PadRight(width), tone).Text(": ");
        Body(output, change, column, tone);
    }

    private static (string Sign, Tone Tone) SignOf(Change change) => change switch
    {
        { Replaces: true } and not Nested => ("+-", Tone.Replace),
        Added => ("+ ", Tone.Create),
        Removed => ("- ", Tone.Delete),
        _ => ("~ ", Tone.Update),
    };

    private void Body(LineBuilder output, Change change, int column, Tone tone)
    {
        switch (change)
        {
            case Added added:
                _values.Value(output, added.Value, column, tone, "+ ");
                break;
            case Removed removed:
                _values.Value(output, removed.Value, column, tone, "- ");
                break;
            case Updated updated:
                Update(output, updated, column);
                break;
            case Nested nested:
                output.Add(nested.IsList ? "[" : "{");
                Members(output, nested, column + Step);
                output.Add(new string(' ', column) + (nested.IsList ? "]" : "}"));
                break;
            default:
                output.Add("(hidden)", Tone.Faint);
                break;
        }
    }

    private void Update(LineBuilder output, Updated change, int column)
    {
        var (old, fresh) = (_scalars.Visible(change.Old), _scalars.Visible(change.New));
        if (old is SecretValue || fresh is SecretValue)
        {
            // Also what was plain before, or is plain now, is part of the secret's history.
            (old, fresh) = (PropertyValue.Secret(old), PropertyValue.Secret(fresh));
        }

        if (ScalarText.AsJson(old) is { } before && ScalarText.AsJson(fresh) is { } after && Comparison.OfValues(before, after) is Nested inside)
        {
            output.Add(inside.IsList ? "(json) [" : "(json) {");
            Members(output, inside, column + Step);
            output.Add(new string(' ', column) + (inside.IsList ? "]" : "}"));
        }
        else if (_values.OneLine(old) is { } left && _values.OneLine(fresh) is { } right)
        {
            output.Text(left, ValuePrinter.ToneOf(old, Tone.Delete)).Text(" => ").Text(right, ValuePrinter.ToneOf(fresh, Tone.Create)).End();
        }
        else
        {
            _values.Value(output, old, column, Tone.Delete);
            output.Text(new string(' ', column)).Text("=> ");
            _values.Value(output, fresh, column, Tone.Create);
        }
    }
}
