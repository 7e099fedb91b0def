using CloudUpdate.Docs.Tests.Documents;
using CloudUpdate.Emulator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CloudUpdate.Docs.Tests.Snippets;

/// <summary>Compiles C# of documents as a reader's compiler would: nothing is added to it.</summary>
internal static class SnippetCompiler
{
    private static readonly string[] s_prefixes = ["System.", "Microsoft.AspNetCore.", "Microsoft.Extensions.", "netstandard.", "mscorlib.", "Newtonsoft.", "nunit.framework."];

    private static readonly Lazy<IReadOnlyList<MetadataReference>> s_references = new(References);

    /// <summary>The compilation of a snippet: a program if it has statements, otherwise a library.</summary>
    public static CSharpCompilation Compile(Snippet snippet)
    {
        var tree = CSharpSyntaxTree.ParseText(snippet.Text, new CSharpParseOptions(LanguageVersion.Latest), snippet.ToString());
        var isProgram = tree.GetRoot().DescendantNodes().Any(node => node is GlobalStatementSyntax);
        return CSharpCompilation.Create(
            "Snippet",
            [tree],
            s_references.Value,
            new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>What a compiler would refuse, and using directives that nothing needs.</summary>
    public static IReadOnlyList<string> Complaints(CSharpCompilation compilation) =>
        [.. compilation.GetDiagnostics().Where(item => item.Severity == DiagnosticSeverity.Error || item.Id == "CS8019").Select(item => item.ToString())];

    // The SDK as a program has it; the clouds' emulator and the test framework as tests have them.
    private static List<MetadataReference> References() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => s_prefixes.Any(prefix => Path.GetFileName(file).StartsWith(prefix, StringComparison.Ordinal)))
            .Append(typeof(EmulatorServer).Assembly.Location)
            .Concat(Directory.EnumerateFiles(BuiltParts.Pipeline, "Pulumi*.dll"))
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];
}
