namespace CloudUpdate.CodeGen.Diagnostics;

/// <summary>Whether a diagnostic prevents generation.</summary>
internal enum Severity
{
    /// <summary>The schema is usable, but its author probably meant something else.</summary>
    Warning,

    /// <summary>Nothing is generated from this schema.</summary>
    Error,
}
