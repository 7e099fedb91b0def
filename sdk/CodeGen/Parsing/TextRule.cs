using System.Text.Json;
using System.Text.RegularExpressions;
using CloudUpdate.CodeGen.Diagnostics;

namespace CloudUpdate.CodeGen.Parsing;

/// <summary>A string, optionally of a pattern or out of a set.</summary>
internal sealed class TextRule(Regex? pattern = null, IReadOnlyList<string>? allowed = null) : Rule
{
    public override void Check(JsonElement value, SchemaPath path, DiagnosticBag diagnostics)
    {
        if (Expect(value.ValueKind == JsonValueKind.String, "string", value, path, diagnostics))
        {
            CheckText(value.GetString()!, path, diagnostics);
        }
    }

    /// <summary>The same check for a text that is not a value, such as the key of a map.</summary>
    public void CheckText(string text, SchemaPath path, DiagnosticBag diagnostics)
    {
        if (pattern is not null && !pattern.IsMatch(text))
        {
            diagnostics.Error(path, $"'{text}' does not match pattern '{pattern}'");
        }
        if (allowed is not null && !allowed.Contains(text))
        {
            diagnostics.Error(path, $"value must be one of {string.Join(", ", allowed.Select(item => $"'{item}'"))}, but got '{text}'");
        }
    }
}
