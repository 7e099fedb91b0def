using CloudUpdate.CodeGen.Tests.Support;

namespace CloudUpdate.CodeGen.Tests.Rules;

/// <summary>Default values.</summary>
internal sealed class DefaultTests
{
    [TestCase(""" "type": "boolean", "default": true """, "true")]
    [TestCase(""" "type": "integer", "default": 42.0 """, "42")]
    [TestCase(""" "type": "number", "default": 0.5 """, "0.5")]
    [TestCase(""" "type": "number", "default": 3 """, "3")]
    [TestCase(""" "type": "number", "default": 1e21 """, "1000000000000000000000.0", Description = "No exponent, and no integer that would not fit.")]
    [TestCase(""" "type": "number", "default": -1.5e-7 """, "-0.00000015")]
    [TestCase(""" "type": "string", "default": "a \"b\"\\\n\t\u0001" """, """
        "a \"b\"\\\n\t\u0001"
        """)]
    [TestCase(""" "$ref": "#/types/acme:index:Color", "default": "green" """, "Pulumi.Acme.Color.Green")]
    [TestCase(""" "oneOf": [{ "type": "integer" }, { "type": "string" }], "default": "x" """, "\"x\"", Description = "The first alternative that takes it.")]
    [TestCase(""" "oneOf": [{ "type": "string" }, { "$ref": "#/types/acme:index:Color" }], "default": "green" """, "\"green\"")]
    [TestCase(""" "type": "string", "defaultInfo": { "environment": ["A", "B"] } """, """Utilities.GetEnv("A", "B")!""")]
    [TestCase(""" "type": "string", "plain": true, "defaultInfo": { "environment": ["A"] } """, """Utilities.GetEnv("A")""")]
    [TestCase(""" "type": "string", "default": "x", "defaultInfo": { "environment": ["A"] } """, """Utilities.GetEnv("A") ?? "x" """)]
    [TestCase(""" "type": "boolean", "defaultInfo": { "environment": ["A"] } """, """Utilities.GetEnvBoolean("A")""")]
    [TestCase(""" "type": "integer", "default": 1, "defaultInfo": { "environment": ["A"] } """, """Utilities.GetEnvInt32("A") ?? 1""")]
    [TestCase(""" "type": "number", "defaultInfo": { "environment": ["A"] } """, """Utilities.GetEnvDouble("A")""")]
    public void Constructor_Default_Assigned(string spec, string expected)
    {
        var schema = Schemas.Property(spec, types: Schemas.Color);

        Assert.That(SdkCode.Of(schema).Member("ThingArgs", "ThingArgs"), Is.EqualTo($$"""public ThingArgs() { It = {{expected.Trim()}}; }"""));
        Assert.That(SdkCompiler.Complaints(SdkCompiler.Compile(Generated.Files(schema), PublishedSdk.Reference)), Is.Empty);
    }

    [Test]
    public void Constructor_DefaultInNestedType_InItsInputClasses()
    {
        var code = SdkCode.Of(Schemas.Property(
            """ "$ref": "#/types/acme:index:Part" """, types: Schemas.Part(""" "name": { "type": "string", "default": "bolt" } """)));

        Assert.That(code.Member("PartArgs", "PartArgs"), Is.EqualTo("""public PartArgs() { Name = "bolt"; }"""));
        Assert.That(code.Member("Part", "Part"), Does.Not.Contain("bolt"));
    }

    [Test]
    public void Constructor_DefaultOfDeprecatedProperty_AssignedWithoutWarning()
    {
        var schema = Schemas.Property(""" "type": "string", "default": "x", "deprecationMessage": "gone" """);

        Assert.That(SdkCode.Of(schema).Member("ThingArgs", "ThingArgs"), Does.Contain("""It = "x";"""));
        Assert.That(SdkCompiler.Complaints(SdkCompiler.Compile(Generated.Files(schema), PublishedSdk.Reference)), Is.Empty);
    }
}
