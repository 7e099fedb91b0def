using CloudUpdate.CodeGen.Docs;

namespace CloudUpdate.CodeGen.Model;

/// <summary>A property of an <see cref="InputClass"/>.</summary>
internal sealed record InputProperty
{
    /// <summary>The name on the wire.</summary>
    public required string WireName { get; init; }

    /// <summary>The C# name.</summary>
    public required string Name { get; init; }

    /// <summary>The documentation.</summary>
    public required DocComment Docs { get; init; }

    /// <summary>The C# type.</summary>
    public required string Type { get; init; }

    /// <summary>Why not to use it; empty if it is not deprecated.</summary>
    public string Deprecation { get; init; } = "";

    /// <summary>Whether the program must set it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether its value travels as JSON text.</summary>
    public bool IsJson { get; init; }

    /// <summary>Whether it starts as null although its type does not allow it; the runtime checks that it was set.</summary>
    public bool StartsAsNull { get; init; }

    /// <summary>The private field behind it, if it has one.</summary>
    public BackingField? Field { get; init; }
}
