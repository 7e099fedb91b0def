using System.Text.Json;
using CloudUpdate.CodeGen.Diagnostics;

namespace CloudUpdate.CodeGen.Parsing;

/// <summary>What a place in the document may hold. Rules only look; the binder reads.</summary>
internal abstract class Rule
{
    /// <summary>Reports everything about the value that the rule does not allow.</summary>
    public abstract void Check(JsonElement value, SchemaPath path, DiagnosticBag diagnostics);

    /// <summary>The JSON name of a value's type, for messages.</summary>
    private static string TypeName(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>Reports a value of another type than expected.</summary>
    protected static bool Expect(bool matches, string expected, JsonElement value, SchemaPath path, DiagnosticBag diagnostics)
    {
        if (!matches)
        {
            diagnostics.Error(path, $"expected {expected}, but got {TypeName(value)}");
        }
        return matches;
    }
}
