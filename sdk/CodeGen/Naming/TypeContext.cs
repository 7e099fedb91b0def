namespace CloudUpdate.CodeGen.Naming;

/// <summary>Where a type's text will stand.</summary>
/// <param name="ModuleNamespace">The namespace of the module whose file it is in.</param>
/// <param name="Qualifier"><c>Inputs</c>, <c>Outputs</c> or <c>Types</c>: which classes structures refer to.</param>
internal sealed record TypeContext(string ModuleNamespace, string Qualifier)
{
    /// <summary>Classes that programs write.</summary>
    public const string Inputs = "Inputs";

    /// <summary>Classes that programs read.</summary>
    public const string Outputs = "Outputs";

    /// <summary>Classes of configuration values.</summary>
    public const string Types = "Types";

    /// <summary>Whether structures are those for looking up resources.</summary>
    public bool IsState { get; init; }

    /// <summary>Whether collections are the mutable ones, which collection initialisers can fill.</summary>
    public bool IsMutable { get; init; }

    /// <summary>Whether the file's own namespace is another than the module's, so that short names would not resolve.</summary>
    public bool IsForeignFile { get; init; }

    /// <summary>Whether the text stands where programs write values.</summary>
    public bool IsInput => Qualifier == Inputs;
}
