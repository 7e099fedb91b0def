namespace CloudUpdate.CodeGen.Schema;

/// <summary>A type without structure.</summary>
internal sealed class PrimitiveType : SchemaType
{
    private PrimitiveType(string name) => Name = name;

    /// <summary>True or false.</summary>
    public static PrimitiveType Boolean { get; } = new("boolean");

    /// <summary>A 32-bit signed integer.</summary>
    public static PrimitiveType Integer { get; } = new("integer");

    /// <summary>A double.</summary>
    public static PrimitiveType Number { get; } = new("number");

    /// <summary>Text.</summary>
    public static PrimitiveType String { get; } = new("string");

    /// <summary>A file, or a collection of files.</summary>
    public static PrimitiveType Asset { get; } = new("Asset");

    /// <summary>A collection of files.</summary>
    public static PrimitiveType Archive { get; } = new("Archive");

    /// <summary>A JSON value.</summary>
    public static PrimitiveType Json { get; } = new("Json");

    /// <summary>Any value.</summary>
    public static PrimitiveType Any { get; } = new("Any");

    /// <summary>What the schema calls it.</summary>
    public string Name { get; }

    /// <summary>Whether the C# counterpart is a value type.</summary>
    public bool IsValueType => this == Boolean || this == Integer || this == Number;

    /// <summary>The primitive with a name of the <c>type</c> key, or null.</summary>
    public static PrimitiveType? Named(string name) => name switch
    {
        "boolean" => Boolean,
        "integer" => Integer,
        "number" => Number,
        "string" => String,
        _ => null,
    };

    public override string ToString() => Name;
}
