using CloudUpdate.CodeGen.Diagnostics;

namespace CloudUpdate.CodeGen.Schema;

/// <summary>A function that the provider answers.</summary>
internal sealed record FunctionSchema
{
    /// <summary>The token.</summary>
    public required string Token { get; init; }

    /// <summary>Where the schema defines it.</summary>
    public required SchemaPath Path { get; init; }

    /// <summary>Markdown, possibly empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>Why not to use it; empty if it is not deprecated.</summary>
    public string Deprecation { get; init; } = "";

    /// <summary>The parameters with known values; null if the function takes none at all.</summary>
    public ObjectType? PlainInputs { get; init; }

    /// <summary>The parameters with eventual values; null exactly if <see cref="PlainInputs"/> is.</summary>
    public ObjectType? EventualInputs { get; init; }

    /// <summary>Whether parameters are passed by position, in the order of the inputs.</summary>
    public bool IsPositional { get; init; }

    /// <summary>The result: an object, any other type, or null for none.</summary>
    public SchemaType? ReturnType { get; init; }

    /// <summary>Whether the result's object is defined in place, so that its class stands beside the function.</summary>
    public bool ReturnsInlineObject { get; init; }
}
