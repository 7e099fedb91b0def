using System.Text.Json;
using CloudUpdate.CodeGen.Diagnostics;

namespace CloudUpdate.CodeGen.Parsing;

/// <summary>
/// A type specification has one of five shapes: reference (<c>$ref</c>), union (<c>oneOf</c>), list (<c>items</c>),
/// map (<c>additionalProperties</c>) or primitive. Keys of another shape are errors.
/// </summary>
internal sealed class TypeShapeRule : Rule
{
    private static readonly string[] ShapeKeys = ["$ref", "oneOf", "items", "additionalProperties", "discriminator"];
    private static readonly string[] Primitives = ["boolean", "integer", "number", "string"];

    public override void Check(JsonElement value, SchemaPath path, DiagnosticBag diagnostics)
    {
        var (shape, own) = Classify(value);
        if (shape is null)
        {
            diagnostics.Error(path, "a type needs 'type', '$ref' or 'oneOf'");
            return;
        }

        foreach (var key in ShapeKeys.Where(key => value.TryGetProperty(key, out _) && !own.Contains(key)))
        {
            diagnostics.Error(path.Child(key), $"not allowed in {shape}");
        }
        if (shape == "a union" && TypeOf(value) is { } type && !Primitives.Contains(type))
        {
            diagnostics.Error(path.Child("type"), $"unknown primitive type '{type}'");
        }
    }

    private static (string? Shape, string[] Keys) Classify(JsonElement spec) => spec switch
    {
        _ when spec.TryGetProperty("$ref", out _) => ("a reference", ["$ref"]),
        _ when spec.TryGetProperty("oneOf", out _) => ("a union", ["oneOf", "discriminator"]),
        _ when !spec.TryGetProperty("type", out _) => (null, []),
        _ when TypeOf(spec) == "array" => ("a list type", ["items"]),
        _ when TypeOf(spec) == "object" => ("a map type", ["additionalProperties"]),
        _ => ("a primitive type", []),
    };

    private static string? TypeOf(JsonElement spec) =>
        spec.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;
}
