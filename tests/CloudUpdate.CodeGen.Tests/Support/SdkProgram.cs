using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using CloudUpdate.TestKit.Time;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pulumi.Testing;

namespace CloudUpdate.CodeGen.Tests.Support;

/// <summary>Runs a small program against a generated SDK and the Pulumi assembly of this build, with a recording engine.</summary>
internal static class SdkProgram
{
    private const string Version = "1.2.3";

    /// <summary>
    /// Runs statements that use the SDK of package acme; what they store in the dictionary <c>results</c> comes back.
    /// </summary>
    public static async Task<ProgramRun> RunAsync(string schema, string statements)
    {
        var context = new AssemblyLoadContext(nameof(SdkProgram), isCollectible: true);
        try
        {
            var assembly = context.LoadFromStream(Compile(schema, statements));
            var mocks = new RecordingMocks();
            var results = new Dictionary<string, object?>();
            var run = assembly.GetType("Program")!.GetMethod("Run")!.CreateDelegate<Func<IMocks, IDictionary<string, object?>, Task<ImmutableArray<Pulumi.Resource>>>>();
            await run(mocks, results).OrTimeout();
            return new ProgramRun(mocks, results);
        }
        finally
        {
            context.Unload();
        }
    }

    /// <summary>The assembly of a schema's SDK, loaded to be looked at.</summary>
    public static Assembly Load(string schema) =>
        new AssemblyLoadContext(nameof(SdkProgram), isCollectible: true).LoadFromStream(Compile(schema, ""));

    private static MemoryStream Compile(string schema, string statements)
    {
        var program = $$"""
            #nullable enable
            using System; using System.Collections.Generic; using System.Collections.Immutable; using System.Linq; using System.Threading.Tasks;
            using Pulumi; using Pulumi.Acme; using Pulumi.Acme.Inputs; using Pulumi.Testing; using Pulumi.Utilities;
            namespace Pulumi.Acme.Inputs { internal static class Nothing { } }
            public static class Program
            {
                public static Task<ImmutableArray<Resource>> Run(IMocks mocks, IDictionary<string, object?> results) =>
                    Deployment.TestAsync(mocks, new TestOptions { IsPreview = false }, async () =>
                    {
                        {{statements}}
                        await Task.CompletedTask;
                    });
            }
            """;
        var pulumi = MetadataReference.CreateFromFile(typeof(Pulumi.Resource).Assembly.Location);
        var compilation = SdkCompiler.Compile(Generated.Files(schema), pulumi)
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText(program, SdkCompiler.Language));
        var image = new MemoryStream();
        var version = new ResourceDescription("Pulumi.Acme.version.txt", () => new MemoryStream(Encoding.UTF8.GetBytes(Version)), isPublic: true);
        var result = compilation.Emit(image, manifestResources: [version]);
        Assert.That(result.Diagnostics.Where(item => item.Severity == DiagnosticSeverity.Error), Is.Empty, program);
        image.Position = 0;
        return image;
    }
}
