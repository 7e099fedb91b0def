using System.Text.Json;
using System.Text.RegularExpressions;
using CloudUpdate.CodeGen.Diagnostics;

namespace CloudUpdate.CodeGen.Parsing;

/// <summary>A regular expression of the kind that needs no backtracking (the schema language knows no other).</summary>
internal sealed class RegexRule : Rule
{
    public override void Check(JsonElement value, SchemaPath path, DiagnosticBag diagnostics)
    {
        if (Expect(value.ValueKind == JsonValueKind.String, "string", value, path, diagnostics) && !TryCompile(value.GetString()!, out _, out var error))
        {
            diagnostics.Error(path, $"failed to compile regex: {error}");
        }
    }

    /// <summary>Compiles the expression, or says why it is none.</summary>
    public static bool TryCompile(string text, out Regex? regex, out string error)
    {
        try
        {
            (regex, error) = (new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant), "");
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            (regex, error) = (null, exception.Message);
            return false;
        }
    }
}
