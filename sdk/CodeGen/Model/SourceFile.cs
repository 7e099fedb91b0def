namespace CloudUpdate.CodeGen.Model;

/// <summary>A C# file of the SDK.</summary>
/// <param name="Path">Where it goes, relative to the SDK's folder, with forward slashes.</param>
/// <param name="Namespace">The namespace of its types.</param>
/// <param name="Usings">The namespaces it imports, in order.</param>
/// <param name="Declarations">Its types, in order.</param>
internal sealed record SourceFile(string Path, string Namespace, IReadOnlyList<string> Usings, IReadOnlyList<Declaration> Declarations);
