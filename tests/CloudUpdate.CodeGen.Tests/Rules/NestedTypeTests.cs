using CloudUpdate.CodeGen.Tests.Support;

namespace CloudUpdate.CodeGen.Tests.Rules;

/// <summary>Which classes a structure gets, by where it is used, and what they are called.</summary>
internal sealed class NestedTypeTests
{
    private const string Reference = """ "it": { "$ref": "#/types/acme:index:Part" } """;
    private const string ListReference = """ "it": { "type": "array", "items": { "type": "object", "additionalProperties": { "$ref": "#/types/acme:index:Part" } } } """;
    private const string Resource = """ "resources": { "acme:index:Thing": { @ } } """;
    private const string Function = """ "functions": { "acme:index:find": { @ } } """;

    private static IEnumerable<TestCaseData> Usages()
    {
        yield return new TestCaseData(Resource.Replace("@", $$""" "properties": { {{Reference}} } """), "Outputs/Part.cs", "Outputs/Part.cs").SetArgDisplayNames("output");
        yield return new TestCaseData(Resource.Replace("@", $$""" "properties": { {{ListReference}} } """), "Outputs/Part.cs", "Outputs/Part.cs").SetArgDisplayNames("deep output");
        yield return new TestCaseData(Resource.Replace("@", $$""" "inputProperties": { {{Reference}} } """), "Inputs/PartArgs.cs", "Inputs/PartArgs.cs").SetArgDisplayNames("input");
        yield return new TestCaseData(
            Resource.Replace("@", $$""" "stateInputs": { "properties": { {{Reference}} } } """),
            "Inputs/PartArgs.cs Inputs/PartGetArgs.cs",
            "Inputs/PartArgs.cs Inputs/PartGetArgs.cs").SetArgDisplayNames("state");
        yield return new TestCaseData(
            Function.Replace("@", $$""" "inputs": { "properties": { {{Reference}} } } """), "Inputs/Part.cs", "Inputs/Part.cs").SetArgDisplayNames("argument of function without result");
        yield return new TestCaseData(
            Function.Replace("@", $$""" "inputs": { "properties": { {{Reference}} } }, "outputs": { "type": "string" } """),
            "Inputs/Part.cs Inputs/PartArgs.cs",
            "Inputs/Part.cs Inputs/PartArgs.cs").SetArgDisplayNames("argument of function with result");
        yield return new TestCaseData(
            Function.Replace("@", $$""" "outputs": { "properties": { {{Reference}} } } """), "Outputs/Part.cs", "Outputs/PartResult.cs").SetArgDisplayNames("in result");
        yield return new TestCaseData(
            Function.Replace("@", """ "outputs": { "$ref": "#/types/acme:index:Part" } """), "Outputs/Part.cs", "Outputs/PartResult.cs").SetArgDisplayNames("as result");
        yield return new TestCaseData(
            """ "config": { "variables": { "it": { "$ref": "#/types/acme:index:Part" } } } """, "", "").SetArgDisplayNames("configuration");
        yield return new TestCaseData(""" "resources": {} """, "", "").SetArgDisplayNames("nowhere");
    }

    [TestCaseSource(nameof(Usages))]
    public void Files_Usage_OneClassEach(string members, string usual, string bridged)
    {
        Assert.That(PartFiles(members, ""), Is.EqualTo(usual));
        Assert.That(PartFiles(members, """ "language": { "csharp": { "compatibility": "tfbridge20" } }, """), Is.EqualTo(bridged));
    }

    [Test]
    public void Names_TerraformBridge_ByUsage()
    {
        var code = SdkCode.Of(Schemas.Package($$"""
            "language": { "csharp": { "compatibility": "tfbridge20" } }, {{Schemas.Types(Schemas.Part())}},
            {{Function.Replace("@", $$""" "inputs": { "properties": { {{Reference}} } }, "outputs": { "properties": { {{Reference}} } } """)}}
            """));

        Assert.That(code.TypeOf("FindArgs", "It"), Is.EqualTo("Inputs.PartArgs?"));
        Assert.That(code.TypeOf("FindInvokeArgs", "It"), Is.EqualTo("Input<Inputs.PartInputArgs>?"));
        Assert.That(code.TypeOf("FindResult", "It"), Is.EqualTo("Outputs.PartResult?"));
        Assert.That(code.Heading("PartArgs"), Does.EndWith(": global::Pulumi.InvokeArgs"));
        Assert.That(code.Heading("PartInputArgs"), Does.EndWith(": global::Pulumi.ResourceArgs"));
    }

    [Test]
    public void Recursion_ThroughOptionalProperties_Ends() => Assert.That(
        SdkCode.Of(Schemas.Property(
            """ "$ref": "#/types/acme:index:Part" """, types: Schemas.Part(""" "inner": { "$ref": "#/types/acme:index:Part" } """))).TypeOf("PartArgs", "Inner"),
        Is.EqualTo("Input<Inputs.PartArgs>?"));

    private static string PartFiles(string members, string language)
    {
        var files = Generated.Files(Schemas.Package($$""" {{language}} {{Schemas.Types(Schemas.Part())}}, {{members}} """));
        return string.Join(' ', files.Keys.Where(file => file.StartsWith("Inputs/", StringComparison.Ordinal) || file.StartsWith("Outputs/", StringComparison.Ordinal)));
    }
}
