using System.Text.Json;
using CloudUpdate.CodeGen.Diagnostics;
using CloudUpdate.CodeGen.Schema;

namespace CloudUpdate.CodeGen.Binding;

/// <summary>Reads literals: constants, defaults and enum values.</summary>
internal sealed class ConstantBinder(DiagnosticBag diagnostics)
{
    /// <summary>The value of a <c>const</c>; only primitives can have one.</summary>
    public object? Constant(JsonElement value, SchemaType type, SchemaPath path) => Bind(value, type.Unwrapped, "constant", path);

    /// <summary>The value of an enum member.</summary>
    public object? EnumMember(JsonElement value, PrimitiveType type, SchemaPath path) => Bind(value, type, "enum", path);

    /// <summary>A literal default: of a union, for the first alternative that takes it; of an enum, of its primitive.</summary>
    public object? Default(JsonElement value, SchemaType type, SchemaPath path) => type.Unwrapped switch
    {
        UnionType union => UnionDefault(value, union, path),
        EnumType { Element: var element } => Bind(value, element, "default", path),
        var plain => Bind(value, plain, "default", path),
    };

    private object? UnionDefault(JsonElement value, UnionType union, SchemaPath path)
    {
        if (union.Default is { } preferred)
        {
            return Bind(value, preferred, "default", path);
        }

        foreach (var element in union.Elements)
        {
            var attempt = new DiagnosticBag();
            if (new ConstantBinder(attempt).Default(value, element, path) is { } bound)
            {
                return bound;
            }
        }
        diagnostics.Error(path, $"invalid constant of type {TypeName(value)} for {union} default");
        return null;
    }

    private object? Bind(JsonElement value, SchemaType type, string kind, SchemaPath path)
    {
        if (type is InvalidType)
        {
            return null;
        }
        if (type is not PrimitiveType primitive || !IsLiteralType(primitive))
        {
            diagnostics.Error(
                path, $"type {type} cannot have a constant value; only booleans, integers, numbers and strings may have constant values");
            return null;
        }

        var bound = Read(value, primitive);
        if (bound is null)
        {
            diagnostics.Error(path, $"invalid constant of type {TypeName(value)} for {primitive} {kind}");
        }
        return bound;
    }

    private static bool IsLiteralType(PrimitiveType type) => type.IsValueType || type == PrimitiveType.String;

    private static object? Read(JsonElement value, PrimitiveType type) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False when type == PrimitiveType.Boolean => value.GetBoolean(),
        JsonValueKind.String when type == PrimitiveType.String => value.GetString(),
        JsonValueKind.Number when type == PrimitiveType.Integer => WholeNumber(value.GetDouble()),
        JsonValueKind.Number when type == PrimitiveType.Number && double.IsFinite(value.GetDouble()) => value.GetDouble(),
        _ => null,
    };

    /// <summary>JSON has one kind of number: <c>1.0</c> is an integer too, <c>1.5</c> and what exceeds 32 bits are not.</summary>
    private static int? WholeNumber(double number) =>
        number == Math.Truncate(number) && number is >= int.MinValue and <= int.MaxValue ? (int)number : null;

    private static string TypeName(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.String => "string",
        _ => "number",
    };
}
