using System.Text.Json;
using CloudUpdate.CodeGen.Diagnostics;

namespace CloudUpdate.CodeGen.Parsing;

/// <summary>An object used as a map: any keys (of a pattern, if one is given), all values by one rule.</summary>
internal sealed class MapRule(Rule element, TextRule? key = null) : Rule
{
    public override void Check(JsonElement value, SchemaPath path, DiagnosticBag diagnostics)
    {
        if (!Expect(value.ValueKind == JsonValueKind.Object, "object", value, path, diagnostics))
        {
            return;
        }

        foreach (var entry in value.EnumerateObject())
        {
            key?.CheckText(entry.Name, path.Child(entry.Name), diagnostics);
            element.Check(entry.Value, path.Child(entry.Name), diagnostics);
        }
    }
}
