using CloudUpdate.CodeGen.Diagnostics;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.CodeGen.Parsing;

/// <summary>A string, boolean or number.</summary>
internal sealed class ScalarRule(string expected, params JTokenType[] types) : Rule
{
    public override void Check(JToken value, SchemaPath path, DiagnosticBag diagnostics) =>
        Expect(types.Contains(value.Type), expected, value, path, diagnostics);
}
