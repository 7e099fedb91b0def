using CloudUpdate.CodeGen.Emit;
using CloudUpdate.CodeGen.Naming;
using CloudUpdate.CodeGen.Schema;

namespace CloudUpdate.CodeGen.Modeling;

/// <summary>Defaults and constants as C# expressions.</summary>
internal sealed class DefaultExpressions(ModelContext context)
{
    /// <summary>The expression of a property's default, or null if it has none that can be written.</summary>
    public string? Of(PropertySchema property)
    {
        if (property.Default is not { } value)
        {
            return null;
        }

        var type = property.Type.Unwrapped;
        var literal = value.Value is null ? null : Literal(value.Value, type, property);
        if (value.Environment.Count == 0)
        {
            return literal;
        }
        if (type is EnumType)
        {
            context.Diagnostics.Error(property.Path.Child("defaultInfo"), $"a value of enum {type} cannot be read from the environment");
            return null;
        }
        var read = $"Utilities.GetEnv{Suffix(type)}({string.Join(", ", value.Environment.Select(CSharpText.Quote))})";
        if (literal is not null)
        {
            return $"{read} ?? {literal}";
        }
        // The conversion to an eventual text takes null, which stands for "not set", though its signature does not say so.
        return property.Type.Required is InputType && Suffix(type).Length == 0 ? read + "!" : read;
    }

    private string? Literal(object value, SchemaType type, PropertySchema property)
    {
        if (type is not EnumType enumType)
        {
            return CSharpText.Literal(value);
        }

        var member = enumType.Values.FirstOrDefault(candidate => candidate.Value.Equals(value));
        if (member is null)
        {
            context.Diagnostics.Error(property.Path.Child("default"), $"'{value}' is not a value of enum {enumType}");
            return null;
        }
        return $"{context.Naming.EnumReference(enumType)}.{EnumNames.Member(member, Identifiers.ClassOf(enumType.Token))}";
    }

    private static string Suffix(SchemaType type) => type switch
    {
        _ when type == PrimitiveType.Boolean => "Boolean",
        _ when type == PrimitiveType.Integer => "Int32",
        _ when type == PrimitiveType.Number => "Double",
        _ => "",
    };
}
