namespace CloudUpdate.CodeGen.Schema;

/// <summary>A value that may be left out.</summary>
internal sealed class OptionalType(SchemaType element) : SchemaType
{
    /// <summary>The type of the value if it is there.</summary>
    public SchemaType Element { get; } = element;

    public override string ToString() => $"Optional<{Element}>";
}

/// <summary>A value that may become known only while the program runs.</summary>
internal sealed class InputType(SchemaType element) : SchemaType
{
    /// <summary>The type of the value once known.</summary>
    public SchemaType Element { get; } = element;

    public override string ToString() => $"Input<{Element}>";
}

/// <summary>A list.</summary>
internal sealed class ArrayType(SchemaType element) : SchemaType
{
    /// <summary>The type of each element.</summary>
    public SchemaType Element { get; } = element;

    public override string ToString() => $"Array<{Element}>";
}

/// <summary>A map from strings.</summary>
internal sealed class MapType(SchemaType element) : SchemaType
{
    /// <summary>The type of each value.</summary>
    public SchemaType Element { get; } = element;

    public override string ToString() => $"Map<{Element}>";
}

/// <summary>One of several types.</summary>
internal sealed class UnionType(IReadOnlyList<SchemaType> elements, PrimitiveType? defaultType) : SchemaType
{
    /// <summary>The alternatives, in the order of the schema.</summary>
    public IReadOnlyList<SchemaType> Elements { get; } = elements;

    /// <summary>The primitive that literals of this union have, if the schema names one.</summary>
    public PrimitiveType? Default { get; } = defaultType;

    public override string ToString() => $"Union<{string.Join(", ", Elements)}>";
}

/// <summary>A type that could not be bound; its error has been reported, so it is accepted everywhere.</summary>
internal sealed class InvalidType : SchemaType
{
    private InvalidType()
    {
    }

    /// <summary>The only value.</summary>
    public static InvalidType Instance { get; } = new();

    public override string ToString() => "invalid";
}
