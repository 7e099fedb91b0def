using CloudUpdate.CodeGen.Docs;

namespace CloudUpdate.CodeGen.Model;

/// <summary>A parameter of a function that takes its arguments by position.</summary>
/// <param name="WireName">The name on the wire.</param>
/// <param name="Name">The C# name.</param>
/// <param name="PlainType">The C# type of a known value.</param>
/// <param name="EventualType">The C# type of an eventual value.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="Docs">The documentation.</param>
internal sealed record PositionalParameter(
    string WireName, string Name, string PlainType, string EventualType, bool IsRequired, DocComment Docs);
