using System.Globalization;
using System.Text;
using CloudUpdate.CodeGen.Diagnostics;

namespace CloudUpdate.CodeGen.Binding;

/// <summary>Names consist of printable characters without blanks.</summary>
internal static class PrintableNames
{
    /// <summary>Reports the first character that a name must not contain.</summary>
    public static void Check(string name, string kind, SchemaPath path, DiagnosticBag diagnostics)
    {
        foreach (var rune in name.EnumerateRunes().Where(rune => !IsPrintable(rune)).Take(1))
        {
            diagnostics.Error(path, $"{kind} must contain only printable, non-whitespace characters (found U+{rune.Value:X4})");
        }
    }

    private static bool IsPrintable(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.SpaceSeparator);
}
