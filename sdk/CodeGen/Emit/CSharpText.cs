using System.Globalization;
using System.Text;

namespace CloudUpdate.CodeGen.Emit;

/// <summary>Values as C# literals.</summary>
internal static class CSharpText
{
    /// <summary>A string literal.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            quoted.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' or '\u007F' or '\u0085' or '\u2028' or '\u2029' => $"\\u{(int)character:X4}",
                _ => character.ToString(),
            });
        }
        return quoted.Append('"').ToString();
    }

    /// <summary>The literal of a schema value: a string, boolean, integer or double.</summary>
    public static string Literal(object value) => value switch
    {
        string text => Quote(text),
        bool flag => flag ? "true" : "false",
        int whole => whole.ToString(CultureInfo.InvariantCulture),
        double number => Number(number),
        _ => throw new InvalidOperationException($"no literal for {value.GetType().Name}"),
    };

    /// <summary>The shortest decimal text that reads back as the same number, without an exponent.</summary>
    private static string Number(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        var exponentAt = text.IndexOf('E', StringComparison.Ordinal);
        if (exponentAt < 0)
        {
            return text;
        }

        var exponent = int.Parse(text[(exponentAt + 1)..], CultureInfo.InvariantCulture);
        var sign = text[0] == '-' ? "-" : "";
        var mantissa = text[sign.Length..exponentAt];
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var point = (mantissa.IndexOf('.', StringComparison.Ordinal) is var at && at < 0 ? mantissa.Length : at) + exponent;
        return sign + (point <= 0
            ? "0." + new string('0', -point) + digits
            : digits.PadRight(point, '0') + ".0");
    }
}
