namespace CloudUpdate.CodeGen.Tests.Support;

/// <summary>What a program did.</summary>
/// <param name="Engine">What the engine was asked for.</param>
/// <param name="Results">What the program stored.</param>
internal sealed record ProgramRun(RecordingMocks Engine, IReadOnlyDictionary<string, object?> Results);
