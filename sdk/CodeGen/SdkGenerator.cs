using System.Text;
using CloudUpdate.CodeGen.Binding;
using CloudUpdate.CodeGen.Diagnostics;
using CloudUpdate.CodeGen.Emit;
using CloudUpdate.CodeGen.Modeling;
using CloudUpdate.CodeGen.Parsing;

namespace CloudUpdate.CodeGen;

/// <summary>From a package schema to the files of its .NET SDK. The files depend on the schema alone.</summary>
internal static class SdkGenerator
{
    private const string Logo = "CloudUpdate.CodeGen.logo.png";

    /// <summary>Generates an SDK.</summary>
    /// <param name="json">The schema document.</param>
    /// <returns>What was found in the schema, and the files if nothing prevents them.</returns>
    public static GenerationResult Generate(string json)
    {
        var diagnostics = new DiagnosticBag();
        if (SchemaReader.Read(json, diagnostics) is not { } document)
        {
            return new GenerationResult(diagnostics.Items, null);
        }

        var package = PackageBinder.Bind(document, diagnostics);
        if (diagnostics.HasErrors)
        {
            return new GenerationResult(diagnostics.Items, null);
        }

        var sdk = SdkModeler.Model(package, diagnostics);
        return new GenerationResult(diagnostics.Items, diagnostics.HasErrors ? null : Files(sdk));
    }

    private static SortedDictionary<string, byte[]> Files(Model.SdkModel sdk)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal) { ["logo.png"] = ReadLogo() };
        foreach (var source in sdk.Sources)
        {
            files.Add(source.Path, Encoding.UTF8.GetBytes(SourceEmitter.Emit(source)));
        }
        foreach (var (path, text) in ProjectEmitter.Emit(sdk.Project))
        {
            files.Add(path, Encoding.UTF8.GetBytes(text));
        }
        return files;
    }

    private static byte[] ReadLogo()
    {
        using var stream = typeof(SdkGenerator).Assembly.GetManifestResourceStream(Logo)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
