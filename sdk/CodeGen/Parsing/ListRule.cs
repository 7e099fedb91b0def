using CloudUpdate.CodeGen.Diagnostics;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.CodeGen.Parsing;

/// <summary>A list whose elements all follow one rule.</summary>
internal sealed class ListRule(Rule element, int minimum = 0) : Rule
{
    public override void Check(JToken value, SchemaPath path, DiagnosticBag diagnostics)
    {
        if (!Expect(value is JArray, "array", value, path, diagnostics))
        {
            return;
        }

        var items = (JArray)value;
        if (items.Count < minimum)
        {
            diagnostics.Error(path, $"minimum {minimum} items required, but found {items.Count} items");
        }
        for (var index = 0; index < items.Count; index++)
        {
            element.Check(items[index], path.Child(index), diagnostics);
        }
    }
}
