namespace CloudUpdate.CodeGen.Model;

/// <summary>A whole SDK, ready to be written.</summary>
/// <param name="Sources">The C# files.</param>
/// <param name="Project">The project around them.</param>
internal sealed record SdkModel(IReadOnlyList<SourceFile> Sources, ProjectModel Project);
