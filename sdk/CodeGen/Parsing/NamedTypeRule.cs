using System.Text.Json;
using CloudUpdate.CodeGen.Diagnostics;

namespace CloudUpdate.CodeGen.Parsing;

/// <summary>An entry of <c>types</c>: an object type, or an enum when its <c>type</c> is anything but <c>object</c>.</summary>
internal sealed class NamedTypeRule(ObjectRule objectType, ObjectRule enumType) : Rule
{
    public override void Check(JsonElement value, SchemaPath path, DiagnosticBag diagnostics)
    {
        if (!Expect(value.ValueKind == JsonValueKind.Object, "object", value, path, diagnostics))
        {
            return;
        }

        if (!value.TryGetProperty("type", out var type))
        {
            diagnostics.Error(path, "missing property 'type'");
        }
        else
        {
            var isObject = type.ValueKind == JsonValueKind.String && type.ValueEquals("object");
            (isObject ? objectType : enumType).Check(value, path, diagnostics);
        }
    }
}
