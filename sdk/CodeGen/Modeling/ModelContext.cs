using CloudUpdate.CodeGen.Diagnostics;
using CloudUpdate.CodeGen.Naming;
using CloudUpdate.CodeGen.Schema;

namespace CloudUpdate.CodeGen.Modeling;

/// <summary>What all modelers of one package share.</summary>
internal sealed class ModelContext
{
    public ModelContext(PackageSchema package, DiagnosticBag diagnostics)
    {
        Package = package;
        Diagnostics = diagnostics;
        Naming = new PackageNaming(package);
        Usages = new TypeUsages(package);
        Types = new TypeNames(package, Naming, Usages);
    }

    /// <summary>The package.</summary>
    public PackageSchema Package { get; }

    /// <summary>Where findings go.</summary>
    public DiagnosticBag Diagnostics { get; }

    /// <summary>Namespaces, classes and folders.</summary>
    public PackageNaming Naming { get; }

    /// <summary>Where structures are used.</summary>
    public TypeUsages Usages { get; }

    /// <summary>The text of types.</summary>
    public TypeNames Types { get; }
}
