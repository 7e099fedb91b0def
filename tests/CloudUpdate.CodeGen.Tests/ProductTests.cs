using CloudUpdate.CodeGen.Tests.Support;

namespace CloudUpdate.CodeGen.Tests;

/// <summary>The schema of this repository.</summary>
internal sealed class ProductTests
{
    private static readonly string Schema = File.ReadAllText(Path.Combine(Repository.Root, "schema.json"));

    [Test]
    public void Generate_ProductSchema_NothingToRemark() => Assert.That(SdkGenerator.Generate(Schema).Diagnostics, Is.Empty);

    /// <summary>Every member of the Pulumi SDK that the generated one touches is public in the published package.</summary>
    [Test]
    public void Compile_ProductAgainstPublishedSdk_Clean()
    {
        var compilation = SdkCompiler.Compile(Generated.Files(Schema), PublishedSdk.Reference);

        Assert.That(SdkCompiler.Complaints(compilation), Is.Empty);
    }
}
