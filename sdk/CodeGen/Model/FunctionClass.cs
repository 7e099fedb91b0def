using CloudUpdate.CodeGen.Docs;

namespace CloudUpdate.CodeGen.Model;

/// <summary>The static class of a function.</summary>
internal sealed record FunctionClass(string Name, DocComment Docs) : Declaration(Name, Docs)
{
    /// <summary>The token.</summary>
    public required string Token { get; init; }

    /// <summary>Why not to use it; empty if it is not deprecated.</summary>
    public string Deprecation { get; init; } = "";

    /// <summary>The C# type of the result, or null for none.</summary>
    public string? Result { get; init; }

    /// <summary>Whether the result is one value instead of an object.</summary>
    public bool ReturnsSingleValue { get; init; }

    /// <summary>The class of the arguments with known values, or null if there are none to give.</summary>
    public string? PlainArgs { get; init; }

    /// <summary>The class of the arguments with eventual values, or null if there are none to give.</summary>
    public string? EventualArgs { get; init; }

    /// <summary>Whether the arguments may be left out.</summary>
    public bool ArgsAreOptional { get; init; }

    /// <summary>The parameters, if they are passed by position; null if they are passed as an object.</summary>
    public IReadOnlyList<PositionalParameter>? Positional { get; init; }
}
