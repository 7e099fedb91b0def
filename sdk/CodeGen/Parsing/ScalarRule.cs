using System.Text.Json;
using CloudUpdate.CodeGen.Diagnostics;

namespace CloudUpdate.CodeGen.Parsing;

/// <summary>A string, boolean or number.</summary>
internal sealed class ScalarRule(string expected, params JsonValueKind[] kinds) : Rule
{
    public override void Check(JsonElement value, SchemaPath path, DiagnosticBag diagnostics) =>
        Expect(kinds.Contains(value.ValueKind), expected, value, path, diagnostics);
}
