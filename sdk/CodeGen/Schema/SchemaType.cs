namespace CloudUpdate.CodeGen.Schema;

/// <summary>A type of the schema's type system, after binding.</summary>
internal abstract class SchemaType
{
    /// <summary>The type without the wrappers that say when its value is known and whether it is there.</summary>
    public SchemaType Unwrapped => this switch
    {
        OptionalType optional => optional.Element.Unwrapped,
        InputType input => input.Element.Unwrapped,
        _ => this,
    };

    /// <summary>The structures that a value of the type can hold, not counting those inside of them.</summary>
    public IEnumerable<ObjectType> Structures => Unwrapped switch
    {
        ArrayType array => array.Element.Structures,
        MapType map => map.Element.Structures,
        UnionType union => union.Elements.SelectMany(element => element.Structures),
        ObjectType structure => [structure],
        _ => [],
    };

    /// <summary>The type without its optionality.</summary>
    public SchemaType Required => this is OptionalType optional ? optional.Element : this;

    /// <summary>The same type with no eventual values at any depth; objects keep their shape.</summary>
    public SchemaType Plain => this switch
    {
        OptionalType optional => new OptionalType(optional.Element.Plain),
        InputType input => input.Element.Plain,
        ArrayType array => new ArrayType(array.Element.Plain),
        MapType map => new MapType(map.Element.Plain),
        UnionType union => new UnionType([.. union.Elements.Select(element => element.Plain)], union.Default),
        _ => this,
    };
}
