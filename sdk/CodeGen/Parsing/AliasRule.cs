using CloudUpdate.CodeGen.Diagnostics;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.CodeGen.Parsing;

/// <summary>An alias: a type token, or an object that names one.</summary>
internal sealed class AliasRule(ObjectRule named) : Rule
{
    public override void Check(JToken value, SchemaPath path, DiagnosticBag diagnostics)
    {
        if (value.Type != JTokenType.String && Expect(value is JObject, "string or object", value, path, diagnostics))
        {
            named.Check(value, path, diagnostics);
        }
    }
}
