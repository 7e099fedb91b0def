namespace CloudUpdate.CodeGen.Diagnostics;

/// <summary>One finding about a package schema.</summary>
/// <param name="Severity">Whether it prevents generation.</param>
/// <param name="Path">Where in the schema.</param>
/// <param name="Message">What is wrong: one sentence, lower-case, without a final period.</param>
internal sealed record Diagnostic(Severity Severity, SchemaPath Path, string Message)
{
    /// <summary>The finding as it is printed: <c>error: #/path: message</c>.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{(Severity == Severity.Error ? "error" : "warning")}: {Path}: {Message}";
}
