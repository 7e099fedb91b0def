using CloudUpdate.CodeGen.Diagnostics;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.CodeGen.Parsing;

/// <summary>The result of a function: nothing (an empty object), inline properties, or any type.</summary>
internal sealed class FunctionOutputsRule(ObjectRule inline, ObjectRule type) : Rule
{
    public override void Check(JToken value, SchemaPath path, DiagnosticBag diagnostics)
    {
        if (!Expect(value is JObject, "object", value, path, diagnostics))
        {
            return;
        }

        var spec = (JObject)value;
        if (spec.ContainsKey("properties"))
        {
            inline.Check(spec, path, diagnostics);
        }
        else if (spec.Count > 0 && !IsNothing(spec))
        {
            type.Check(spec, path, diagnostics);
        }
    }

    /// <summary>An object description without any type in it is the description of no result.</summary>
    private static bool IsNothing(JObject spec) => spec.Properties().All(property => property.Name is "description" or "required");
}
