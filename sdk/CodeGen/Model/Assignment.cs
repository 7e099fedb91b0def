namespace CloudUpdate.CodeGen.Model;

/// <summary>An assignment to a property.</summary>
/// <param name="Property">The property's name.</param>
/// <param name="Expression">The C# expression.</param>
/// <param name="IsObsolete">Whether the property is marked obsolete, so that the compiler would warn.</param>
internal sealed record Assignment(string Property, string Expression, bool IsObsolete);
