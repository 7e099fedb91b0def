using CloudUpdate.CodeGen.Docs;

namespace CloudUpdate.CodeGen.Model;

/// <summary>An enum. Those of strings and numbers are structs, which can hold values that the package does not know yet.</summary>
/// <param name="Name">The type's name.</param>
/// <param name="Docs">Its documentation.</param>
/// <param name="Primitive">The C# type of the values: <c>string</c>, <c>double</c> or <c>int</c>.</param>
/// <param name="Members">Its members.</param>
internal sealed record EnumDeclaration(string Name, DocComment Docs, string Primitive, IReadOnlyList<EnumMember> Members)
    : Declaration(Name, Docs);
