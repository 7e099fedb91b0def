using CloudUpdate.CodeGen.Diagnostics;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.CodeGen.Parsing;

/// <summary>What a place in the document may hold. Rules only look; the binder reads.</summary>
internal abstract class Rule
{
    /// <summary>Reports everything about the value that the rule does not allow.</summary>
    public abstract void Check(JToken value, SchemaPath path, DiagnosticBag diagnostics);

    /// <summary>The JSON name of a value's type, for messages.</summary>
    protected static string TypeName(JToken value) => value.Type switch
    {
        JTokenType.Object => "object",
        JTokenType.Array => "array",
        JTokenType.Integer or JTokenType.Float => "number",
        JTokenType.Boolean => "boolean",
        JTokenType.Null => "null",
        _ => "string",
    };

    /// <summary>Reports a value of another type than expected.</summary>
    protected static bool Expect(bool matches, string expected, JToken value, SchemaPath path, DiagnosticBag diagnostics)
    {
        if (!matches)
        {
            diagnostics.Error(path, $"expected {expected}, but got {TypeName(value)}");
        }
        return matches;
    }
}
