using CloudUpdate.CodeGen.Diagnostics;
using CloudUpdate.CodeGen.Parsing;

namespace CloudUpdate.CodeGen.Binding;

/// <summary>What the schema language has and this generator does not: refused rather than left out.</summary>
internal static class Unsupported
{
    /// <summary>Overlays are written by hand; there is no place for them here.</summary>
    public static void Overlay(SpecNode spec, DiagnosticBag diagnostics) =>
        Refuse(spec.Flag("isOverlay"), spec, "isOverlay", "overlays are", diagnostics);

    /// <summary>Methods of resources.</summary>
    public static void Methods(SpecNode spec, DiagnosticBag diagnostics) =>
        Refuse(spec.ChildOrEmpty("methods").Json.GetPropertyCount() > 0, spec, "methods", "methods are", diagnostics);

    /// <summary>Packages made from other packages, and naming that only one package has.</summary>
    public static void Package(SpecNode spec, DiagnosticBag diagnostics)
    {
        Refuse(spec.Has("parameterization"), spec, "parameterization", "parameterized packages are", diagnostics);
        Refuse(spec.Has("extensionParameterization"), spec, "extensionParameterization", "extension packages are", diagnostics);
        var csharp = spec.ChildOrEmpty("language").ChildOrEmpty("csharp");
        Refuse(csharp.Text("compatibility") == "kubernetes20", csharp, "compatibility", "the compatibility mode kubernetes20 is", diagnostics);
    }

    private static void Refuse(bool present, SpecNode spec, string key, string what, DiagnosticBag diagnostics)
    {
        if (present)
        {
            diagnostics.Error(spec.Path.Child(key), $"{what} not supported by this generator");
        }
    }
}
