using CloudUpdate.CodeGen.Diagnostics;

namespace CloudUpdate.CodeGen.Schema;

/// <summary>A property of a resource, function, type or of the configuration.</summary>
internal sealed record PropertySchema
{
    /// <summary>The name on the wire.</summary>
    public required string Name { get; init; }

    /// <summary>Where the schema defines it.</summary>
    public required SchemaPath Path { get; init; }

    /// <summary>The type; wrapped in <see cref="OptionalType"/> unless required.</summary>
    public required SchemaType Type { get; init; }

    /// <summary>Markdown, possibly empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>The only value it can have, or null.</summary>
    public object? Const { get; init; }

    /// <summary>What it is if not set, or null.</summary>
    public DefaultValue? Default { get; init; }

    /// <summary>Why not to use it; empty if it is not deprecated.</summary>
    public string Deprecation { get; init; } = "";

    /// <summary>Whether values are secret.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether the engine replaces the resource when it differs.</summary>
    public bool ReplaceOnChanges { get; init; }

    /// <summary>The C# name that the schema asks for; empty to derive one.</summary>
    public string CSharpName { get; init; } = "";

    /// <summary>Whether it must be set.</summary>
    public bool IsRequired => Type is not OptionalType;
}
