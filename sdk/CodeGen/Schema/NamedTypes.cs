using CloudUpdate.CodeGen.Diagnostics;

namespace CloudUpdate.CodeGen.Schema;

/// <summary>
/// A structure, in one of its two shapes: the plain one, in which every value is known, or the input one, in which
/// properties may be eventual. The two are separate objects.
/// </summary>
internal sealed class ObjectType(string token, SchemaPath path, string description, bool isInputShape) : SchemaType
{
    /// <summary>The token, or for inline objects the token of the owner.</summary>
    public string Token { get; } = token;

    /// <summary>Where the schema defines it.</summary>
    public SchemaPath Path { get; } = path;

    /// <summary>Markdown, possibly empty.</summary>
    public string Description { get; } = description;

    /// <summary>Whether this is the input shape.</summary>
    public bool IsInputShape { get; } = isInputShape;

    /// <summary>The properties in ordinal order of their names. Filled after all types exist, since types may refer to each other.</summary>
    public IReadOnlyList<PropertySchema> Properties { get; set; } = [];

    public override string ToString() => Token;
}

/// <summary>A closed set of values.</summary>
internal sealed class EnumType(string token, SchemaPath path, string description, PrimitiveType element, IReadOnlyList<EnumValue> values) : SchemaType
{
    /// <summary>The token.</summary>
    public string Token { get; } = token;

    /// <summary>Where the schema defines it.</summary>
    public SchemaPath Path { get; } = path;

    /// <summary>Markdown, possibly empty.</summary>
    public string Description { get; } = description;

    /// <summary>The primitive that the values are of.</summary>
    public PrimitiveType Element { get; } = element;

    /// <summary>The members, in the order of the schema.</summary>
    public IReadOnlyList<EnumValue> Values { get; } = values;

    public override string ToString() => Token;
}

/// <summary>A reference to a resource of the package, or to its provider.</summary>
internal sealed class ResourceType(string token, bool isProvider) : SchemaType
{
    /// <summary>The resource's token.</summary>
    public string Token { get; } = token;

    /// <summary>Whether the provider resource is meant.</summary>
    public bool IsProvider { get; } = isProvider;

    public override string ToString() => Token;
}
