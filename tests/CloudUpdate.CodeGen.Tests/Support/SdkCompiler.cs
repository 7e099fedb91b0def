using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CloudUpdate.CodeGen.Tests.Support;

/// <summary>Compiles generated SDKs in memory.</summary>
internal static class SdkCompiler
{
    /// <summary>The language of the framework that the generated project targets, with documentation checked.</summary>
    public static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp10, DocumentationMode.Diagnose);

    /// <summary>The compilation of an SDK against a Pulumi assembly.</summary>
    public static CSharpCompilation Compile(IReadOnlyDictionary<string, byte[]> files, MetadataReference pulumi, string name = "Sdk") =>
        CSharpCompilation.Create(
            name,
            files.Where(file => file.Key.EndsWith(".cs", StringComparison.Ordinal))
                .Select(file => CSharpSyntaxTree.ParseText(Encoding.UTF8.GetString(file.Value), Language, file.Key)),
            [.. Frameworks.References, pulumi],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>Everything the compiler has to say: errors, warnings, and missing or wrong documentation.</summary>
    public static IReadOnlyList<string> Complaints(CSharpCompilation compilation) =>
        [.. compilation.GetDiagnostics().Where(item => item.Severity >= DiagnosticSeverity.Warning).Select(item => item.ToString())];
}
