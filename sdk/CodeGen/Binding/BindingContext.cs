using System.Text.RegularExpressions;
using CloudUpdate.CodeGen.Diagnostics;
using CloudUpdate.CodeGen.Schema;

namespace CloudUpdate.CodeGen.Binding;

/// <summary>What all binders of one package share.</summary>
internal sealed class BindingContext(string packageName, Regex moduleFormat, IReadOnlySet<string> allowedPackages, DiagnosticBag diagnostics)
{
    /// <summary>The package's name.</summary>
    public string PackageName { get; } = packageName;

    /// <summary>How the module part of a token is read.</summary>
    public Regex ModuleFormat { get; } = moduleFormat;

    /// <summary>The names that the first part of a token may have besides the package's.</summary>
    public IReadOnlySet<string> AllowedPackages { get; } = allowedPackages;

    /// <summary>Where findings go.</summary>
    public DiagnosticBag Diagnostics { get; } = diagnostics;

    /// <summary>The structures by token.</summary>
    public Dictionary<string, (ObjectType Plain, ObjectType Input)> Objects { get; } = new(StringComparer.Ordinal);

    /// <summary>The enums by token.</summary>
    public Dictionary<string, EnumType> Enums { get; } = new(StringComparer.Ordinal);

    /// <summary>The tokens of all resources.</summary>
    public HashSet<string> Resources { get; } = new(StringComparer.Ordinal);

    /// <summary>Types that have an entry which could not be bound; references to them are not reported again.</summary>
    public HashSet<string> Broken { get; } = new(StringComparer.Ordinal);

    /// <summary>The module of a token.</summary>
    public string ModuleOf(string token) => Modules.Of(token, ModuleFormat);
}
