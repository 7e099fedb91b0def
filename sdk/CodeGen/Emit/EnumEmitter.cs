using CloudUpdate.CodeGen.Model;

namespace CloudUpdate.CodeGen.Emit;

/// <summary>Writes enums.</summary>
internal static class EnumEmitter
{
    private const string Hidden = "[EditorBrowsable(EditorBrowsableState.Never)]";

    /// <summary>Writes an enum of integers, which is a C# enum.</summary>
    public static void EmitIntegers(EnumDeclaration type, CodeWriter writer)
    {
        writer.Docs(type.Docs);
        using (writer.Block($"public enum {type.Name}"))
        {
            foreach (var member in type.Members)
            {
                writer.Docs(member.Docs).Obsolete(member.Deprecation).Line($"{member.Name} = {member.Literal},");
            }
        }
    }

    /// <summary>Writes an enum of strings or numbers, which is a struct around the value.</summary>
    public static void EmitValues(EnumDeclaration type, CodeWriter writer)
    {
        writer.Docs(type.Docs).Line("[EnumType]");
        using (writer.Block($"public readonly struct {type.Name} : IEquatable<{type.Name}>"))
        {
            writer.Line($"private readonly {type.Primitive} _value;").Line();
            EmitConstructor(type, writer);
            writer.Line();
            foreach (var member in type.Members)
            {
                writer.Docs(member.Docs)
                    .Obsolete(member.Deprecation)
                    .Line($"public static {type.Name} {member.Name} {{ get; }} = new {type.Name}({member.Literal});");
            }
            writer.Line();
            EmitOperators(type, writer);
            EmitEquality(type, writer);
        }
    }

    private static void EmitConstructor(EnumDeclaration type, CodeWriter writer)
    {
        using (writer.Block($"private {type.Name}({type.Primitive} value)"))
        {
            writer.Line(type.Primitive == "string"
                ? "_value = value ?? throw new ArgumentNullException(nameof(value));"
                : "_value = value;");
        }
    }

    private static void EmitOperators(EnumDeclaration type, CodeWriter writer) => writer
        .Summary("Whether two members have the same value.")
        .Line($"public static bool operator ==({type.Name} left, {type.Name} right) => left.Equals(right);")
        .Summary("Whether two members have different values.")
        .Line($"public static bool operator !=({type.Name} left, {type.Name} right) => !left.Equals(right);")
        .Line()
        .Summary("The value that the provider knows the member by.")
        .Line($"public static explicit operator {type.Primitive}({type.Name} value) => value._value;")
        .Line();

    private static void EmitEquality(EnumDeclaration type, CodeWriter writer)
    {
        var isText = type.Primitive == "string";
        writer
            .Line("/// <inheritdoc />")
            .Line(Hidden)
            .Line($"public override bool Equals(object? obj) => obj is {type.Name} other && Equals(other);")
            .Summary("Whether another member has the same value.")
            .Line(isText
                ? $"public bool Equals({type.Name} other) => string.Equals(_value, other._value, StringComparison.Ordinal);"
                : $"public bool Equals({type.Name} other) => _value == other._value;")
            .Line()
            .Line("/// <inheritdoc />")
            .Line(Hidden)
            .Line($"public override int GetHashCode() => _value{(isText ? "?.GetHashCode() ?? 0" : ".GetHashCode()")};")
            .Line()
            .Summary("The value that the provider knows the member by.")
            .Line($"public override string ToString() => _value{(isText ? "" : ".ToString()")};");
    }
}
