using CloudUpdate.CodeGen.Docs;

namespace CloudUpdate.CodeGen.Model;

/// <summary>A class that programs read: results of functions and structures in outputs.</summary>
/// <param name="Name">The class's name.</param>
/// <param name="Docs">Its documentation.</param>
/// <param name="Fields">Its fields.</param>
internal sealed record OutputClass(string Name, DocComment Docs, IReadOnlyList<OutputField> Fields) : Declaration(Name, Docs);
