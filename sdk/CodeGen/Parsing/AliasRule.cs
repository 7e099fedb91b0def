using System.Text.Json;
using CloudUpdate.CodeGen.Diagnostics;

namespace CloudUpdate.CodeGen.Parsing;

/// <summary>An alias: a type token, or an object that names one.</summary>
internal sealed class AliasRule(ObjectRule named) : Rule
{
    public override void Check(JsonElement value, SchemaPath path, DiagnosticBag diagnostics)
    {
        if (value.ValueKind != JsonValueKind.String && Expect(value.ValueKind == JsonValueKind.Object, "string or object", value, path, diagnostics))
        {
            named.Check(value, path, diagnostics);
        }
    }
}
