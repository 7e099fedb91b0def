using CloudUpdate.CodeGen.Diagnostics;

namespace CloudUpdate.CodeGen;

/// <summary>What came out of a schema.</summary>
/// <param name="Diagnostics">What was found in the schema.</param>
/// <param name="Files">The files of the SDK by path (relative, with forward slashes), or null if an error prevents them.</param>
internal sealed record GenerationResult(IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyDictionary<string, byte[]>? Files);
