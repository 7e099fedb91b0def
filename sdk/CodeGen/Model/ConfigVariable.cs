using CloudUpdate.CodeGen.Docs;

namespace CloudUpdate.CodeGen.Model;

/// <summary>A configuration variable.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Field">The private field that holds it.</param>
/// <param name="Type">The C# type.</param>
/// <param name="Expression">The expression that reads it.</param>
/// <param name="Docs">The documentation.</param>
internal sealed record ConfigVariable(string Name, string Field, string Type, string Expression, DocComment Docs);
