using CloudUpdate.CodeGen.Diagnostics;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.CodeGen.Parsing;

/// <summary>
/// A type specification has one of five shapes: reference (<c>$ref</c>), union (<c>oneOf</c>), list (<c>items</c>),
/// map (<c>additionalProperties</c>) or primitive. Keys of another shape are errors.
/// </summary>
internal sealed class TypeShapeRule : Rule
{
    private static readonly string[] ShapeKeys = ["$ref", "oneOf", "items", "additionalProperties", "discriminator"];
    private static readonly string[] Primitives = ["boolean", "integer", "number", "string"];

    public override void Check(JToken value, SchemaPath path, DiagnosticBag diagnostics)
    {
        var spec = (JObject)value;
        var (shape, own) = Classify(spec);
        if (shape is null)
        {
            diagnostics.Error(path, "a type needs 'type', '$ref' or 'oneOf'");
            return;
        }

        foreach (var key in ShapeKeys.Where(key => spec.ContainsKey(key) && !own.Contains(key)))
        {
            diagnostics.Error(path.Child(key), $"not allowed in {shape}");
        }
        if (shape == "a union" && spec["type"] is { Type: JTokenType.String } type && !Primitives.Contains((string)type!))
        {
            diagnostics.Error(path.Child("type"), $"unknown primitive type '{(string)type!}'");
        }
    }

    private static (string? Shape, string[] Keys) Classify(JObject spec) => spec switch
    {
        _ when spec.ContainsKey("$ref") => ("a reference", ["$ref"]),
        _ when spec.ContainsKey("oneOf") => ("a union", ["oneOf", "discriminator"]),
        _ when !spec.ContainsKey("type") => (null, []),
        _ when (string?)(spec["type"] as JValue) == "array" => ("a list type", ["items"]),
        _ when (string?)(spec["type"] as JValue) == "object" => ("a map type", ["additionalProperties"]),
        _ => ("a primitive type", []),
    };
}
