using System.Text.Json;
using CloudUpdate.CodeGen.Diagnostics;

namespace CloudUpdate.CodeGen.Parsing;

/// <summary>The result of a function: nothing (an empty object), inline properties, or any type.</summary>
internal sealed class FunctionOutputsRule(ObjectRule inline, ObjectRule type) : Rule
{
    public override void Check(JsonElement value, SchemaPath path, DiagnosticBag diagnostics)
    {
        if (!Expect(value.ValueKind == JsonValueKind.Object, "object", value, path, diagnostics))
        {
            return;
        }

        if (value.TryGetProperty("properties", out _))
        {
            inline.Check(value, path, diagnostics);
        }
        else if (!IsNothing(value))
        {
            type.Check(value, path, diagnostics);
        }
    }

    /// <summary>A description without any type beside it describes no result.</summary>
    private static bool IsNothing(JsonElement value) => value.EnumerateObject().All(entry => entry.Name is "description" or "required");
}
