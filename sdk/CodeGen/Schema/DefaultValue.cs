namespace CloudUpdate.CodeGen.Schema;

/// <summary>What a property is when the program does not set it.</summary>
/// <param name="Value">A literal (<see cref="string"/>, <see cref="int"/>, <see cref="double"/> or <see cref="bool"/>), or null.</param>
/// <param name="Environment">The environment variables asked first, in order.</param>
internal sealed record DefaultValue(object? Value, IReadOnlyList<string> Environment);
