using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace CloudUpdate.CodeGen.Tests.Support;

/// <summary>The public members of the published Pulumi package as a reference to compile against.</summary>
internal static class PublishedSdk
{
    private static readonly Lazy<MetadataReference> Lazily = new(Build);

    /// <summary>The reference assembly: every signature, no behaviour.</summary>
    public static MetadataReference Reference => Lazily.Value;

    private static PortableExecutableReference Build()
    {
        using var source = typeof(PublishedSdk).Assembly.GetManifestResourceStream("Pulumi.signatures.txt")!;
        var compilation = CSharpCompilation.Create(
            "Pulumi",
            [CSharpSyntaxTree.ParseText(SourceText.From(source))],
            Frameworks.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var result = compilation.Emit(image, options: new EmitOptions(metadataOnly: true));
        Assert.That(result.Diagnostics.Where(item => item.Severity == DiagnosticSeverity.Error), Is.Empty);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
