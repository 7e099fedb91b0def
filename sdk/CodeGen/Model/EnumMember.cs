using CloudUpdate.CodeGen.Docs;

namespace CloudUpdate.CodeGen.Model;

/// <summary>A member of an <see cref="EnumDeclaration"/>.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Literal">The value as a C# literal.</param>
/// <param name="Docs">The documentation.</param>
/// <param name="Deprecation">Why not to use it; empty if it is not deprecated.</param>
internal sealed record EnumMember(string Name, string Literal, DocComment Docs, string Deprecation);
