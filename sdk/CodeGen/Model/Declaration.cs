using CloudUpdate.CodeGen.Docs;

namespace CloudUpdate.CodeGen.Model;

/// <summary>A type of the SDK, ready to be written: every name and type is C# text.</summary>
/// <param name="Name">The type's name.</param>
/// <param name="Docs">Its documentation.</param>
internal abstract record Declaration(string Name, DocComment Docs);
