using System.Text.Json;
using CloudUpdate.CodeGen.Diagnostics;

namespace CloudUpdate.CodeGen.Parsing;

/// <summary>A list whose elements all follow one rule.</summary>
internal sealed class ListRule(Rule element, int minimum = 0) : Rule
{
    public override void Check(JsonElement value, SchemaPath path, DiagnosticBag diagnostics)
    {
        if (!Expect(value.ValueKind == JsonValueKind.Array, "array", value, path, diagnostics))
        {
            return;
        }

        var count = value.GetArrayLength();
        if (count < minimum)
        {
            diagnostics.Error(path, $"minimum {minimum} items required, but found {count} items");
        }
        foreach (var (index, item) in value.EnumerateArray().Index())
        {
            element.Check(item, path.Child(index), diagnostics);
        }
    }
}
