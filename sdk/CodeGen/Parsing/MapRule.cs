using CloudUpdate.CodeGen.Diagnostics;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.CodeGen.Parsing;

/// <summary>An object used as a map: any keys (of a pattern, if one is given), all values by one rule.</summary>
internal sealed class MapRule(Rule element, TextRule? key = null) : Rule
{
    public override void Check(JToken value, SchemaPath path, DiagnosticBag diagnostics)
    {
        if (!Expect(value is JObject, "object", value, path, diagnostics))
        {
            return;
        }

        foreach (var (name, child) in (JObject)value)
        {
            key?.CheckText(name, path.Child(name), diagnostics);
            element.Check(child!, path.Child(name), diagnostics);
        }
    }
}
