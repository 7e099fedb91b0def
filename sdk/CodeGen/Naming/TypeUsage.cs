namespace CloudUpdate.CodeGen.Naming;

/// <summary>Where a structure, in one of its shapes, is used; this decides which classes it gets and what they are called.</summary>
[Flags]
internal enum TypeUsage
{
    /// <summary>Nowhere.</summary>
    None = 0,

    /// <summary>In inputs of a resource or function.</summary>
    Input = 1,

    /// <summary>In the extra inputs for looking up a resource.</summary>
    State = 2,

    /// <summary>In what can be read from a resource or function.</summary>
    Output = 4,

    /// <summary>In a function's plain parameters or result.</summary>
    PlainType = 8,

    /// <summary>In the eventual parameters of a function with a result.</summary>
    OutputVersion = 16,
}
