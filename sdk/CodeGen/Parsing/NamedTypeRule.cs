using CloudUpdate.CodeGen.Diagnostics;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.CodeGen.Parsing;

/// <summary>An entry of <c>types</c>: an object type, or an enum when its <c>type</c> is anything but <c>object</c>.</summary>
internal sealed class NamedTypeRule(ObjectRule objectType, ObjectRule enumType) : Rule
{
    public override void Check(JToken value, SchemaPath path, DiagnosticBag diagnostics)
    {
        if (!Expect(value is JObject, "object", value, path, diagnostics))
        {
            return;
        }

        switch (value["type"])
        {
            case null:
                diagnostics.Error(path, "missing property 'type'");
                break;
            case { Type: JTokenType.String } type when (string)type! == "object":
                objectType.Check(value, path, diagnostics);
                break;
            default:
                enumType.Check(value, path, diagnostics);
                break;
        }
    }
}
