using CloudUpdate.CodeGen.Diagnostics;

namespace CloudUpdate.CodeGen.Schema;

/// <summary>A resource, or the provider.</summary>
internal sealed record ResourceSchema
{
    /// <summary>The type token.</summary>
    public required string Token { get; init; }

    /// <summary>Where the schema defines it.</summary>
    public required SchemaPath Path { get; init; }

    /// <summary>Markdown, possibly empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>Why not to use it; empty if it is not deprecated.</summary>
    public string Deprecation { get; init; } = "";

    /// <summary>Whether it configures the provider instead of being provided.</summary>
    public bool IsProvider { get; init; }

    /// <summary>Whether it groups other resources and has no state of its own.</summary>
    public bool IsComponent { get; init; }

    /// <summary>What the program sets.</summary>
    public IReadOnlyList<PropertySchema> Inputs { get; init; } = [];

    /// <summary>What the program can read.</summary>
    public IReadOnlyList<PropertySchema> Outputs { get; init; } = [];

    /// <summary>Extra inputs for looking up an existing resource, or null if there are none.</summary>
    public ObjectType? StateInputs { get; init; }

    /// <summary>Earlier type tokens.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Paths of the outputs whose difference replaces the resource, such as <c>rules[*].port</c>.</summary>
    public IReadOnlyList<string> ReplaceOnChanges { get; init; } = [];

    /// <summary>The C# class name that the schema asks for, or null to derive one.</summary>
    public string? CSharpName { get; init; }
}
