using CloudUpdate.CodeGen.Tests.Support;

namespace CloudUpdate.CodeGen.Tests.Rules;

/// <summary>The C# types of properties, where programs set them and where they read them.</summary>
internal sealed class TypeTextTests
{
    private const string Part = "#/types/acme:index:Part";
    private const string Color = "#/types/acme:index:Color";

    private static readonly string Named = $"{Schemas.Part()}, {Schemas.Color}, {Tone}";

    private const string Tone = """ "acme:index:Tone": { "type": "number", "enum": [{ "value": 0.5 }] } """;

    [TestCase(""" "type": "boolean" """, "Input<bool>", "bool")]
    [TestCase(""" "type": "integer" """, "Input<int>", "int")]
    [TestCase(""" "type": "number" """, "Input<double>", "double")]
    [TestCase(""" "type": "string" """, "Input<string>", "string")]
    [TestCase(""" "$ref": "pulumi.json#/Any" """, "Input<object>", "object")]
    [TestCase(""" "$ref": "pulumi.json#/Json" """, "InputJson", "System.Text.Json.JsonElement")]
    [TestCase(""" "$ref": "pulumi.json#/Asset" """, "Input<AssetOrArchive>", "AssetOrArchive")]
    [TestCase(""" "$ref": "pulumi.json#/Archive" """, "Input<Archive>", "Archive")]
    [TestCase($""" "$ref": "{Part}" """, "Input<Inputs.PartArgs>", "Outputs.Part")]
    [TestCase($""" "$ref": "{Color}" """, "Input<Pulumi.Acme.Color>", "Pulumi.Acme.Color")]
    [TestCase(""" "$ref": "#/resources/acme:index:Thing" """, "Input<Pulumi.Acme.Thing>", "Pulumi.Acme.Thing")]
    [TestCase(""" "$ref": "#/provider" """, "Input<Pulumi.Acme.Provider>", "Pulumi.Acme.Provider")]
    public void Property_Single_RequiredAsIsOptionalNullable(string spec, string input, string output)
    {
        Assert.That(Texts(spec, isRequired: true), Is.EqualTo((input, $"Output<{output}>")));
        Assert.That(Texts(spec, isRequired: false), Is.EqualTo((input + "?", $"Output<{output}?>")));
    }

    [TestCase(""" "type": "array", "items": { "type": "string" } """, "InputList<string>", "ImmutableArray<string>")]
    [TestCase(
        """ "type": "array", "items": { "type": "array", "items": { "type": "number" } } """,
        "InputList<ImmutableArray<double>>", "ImmutableArray<ImmutableArray<double>>")]
    [TestCase($$""" "type": "array", "items": { "$ref": "{{Part}}" } """, "InputList<Inputs.PartArgs>", "ImmutableArray<Outputs.Part>")]
    public void List_AnyElement_NeverNullable(string spec, string input, string output)
    {
        Assert.That(Texts(spec, isRequired: true), Is.EqualTo((input, $"Output<{output}>")));
        Assert.That(Texts(spec, isRequired: false), Is.EqualTo((input, $"Output<{output}>")));
    }

    [TestCase(""" "type": "object" """, "InputMap<string>", "ImmutableDictionary<string, string>", Description = "The default element is text.")]
    [TestCase(
        $$""" "type": "object", "additionalProperties": { "type": "array", "items": { "$ref": "{{Part}}" } } """,
        "InputMap<ImmutableArray<Inputs.PartArgs>>", "ImmutableDictionary<string, ImmutableArray<Outputs.Part>>")]
    public void Map_AnyElement_NullableWhereReadOnly(string spec, string input, string output)
    {
        Assert.That(Texts(spec, isRequired: true), Is.EqualTo((input, $"Output<{output}>")));
        Assert.That(Texts(spec, isRequired: false), Is.EqualTo((input, $"Output<{output}?>")));
    }

    [TestCase(""" "type": "string", "plain": true """, "string?")]
    [TestCase($""" "$ref": "{Part}", "plain": true """, "Inputs.PartArgs?", Description = "Plain structures keep their input shape.")]
    [TestCase(""" "type": "array", "plain": true, "items": { "type": "string" } """, "List<Input<string>>")]
    [TestCase(""" "type": "array", "plain": true, "items": { "type": "string", "plain": true } """, "List<string>")]
    [TestCase(""" "type": "object", "plain": true, "additionalProperties": { "type": "integer" } """, "Dictionary<string, Input<int>>")]
    [TestCase(""" "type": "array", "items": { "type": "string", "plain": true } """, "InputList<string>")]
    public void Plain_EachLevelForItself_NotEventual(string spec, string input) =>
        Assert.That(Texts(spec, isRequired: false).Input, Is.EqualTo(input));

    [TestCase(""" { "type": "string" }, { "type": "integer" } """, "InputUnion<string, int>?", "Union<string, int>?")]
    [TestCase(""" { "type": "string" }, { "type": "string" } """, "Input<string>?", "string?", Description = "Equal alternatives are one.")]
    [TestCase(""" { "type": "string" }, { "type": "integer" }, { "type": "boolean" } """, "object?", "object?", Description = "Three have no common type.")]
    [TestCase(
        """ { "type": "string" }, { "type": "array", "items": { "type": "number" } } """,
        "InputUnion<string, ImmutableArray<double>>?", "Union<string, ImmutableArray<double>>?")]
    [TestCase($$""" { "type": "string" }, { "$ref": "{{Color}}" } """, "InputUnion<string, Pulumi.Acme.Color>?", "string?", Description = "Relaxed enums are read as what they are made of.")]
    [TestCase("""{ "type": "number" }, { "$ref": "#/types/acme:index:Tone" } """, "InputUnion<double, Pulumi.Acme.Tone>?", "double?")]
    [TestCase($$""" { "$ref": "{{Part}}" }, { "type": "string" } """, "InputUnion<Inputs.PartArgs, string>?", "Union<Outputs.Part, string>?")]
    public void Union_Alternatives_CommonType(string alternatives, string input, string output) =>
        Assert.That(Texts($$""" "oneOf": [ {{alternatives}} ] """, isRequired: false), Is.EqualTo((input, $"Output<{output}>")));

    [Test]
    public void Union_InsideCollections_PlainAlternatives()
    {
        const string union = """{ "oneOf": [{ "type": "string" }, { "type": "integer" }] }""";

        Assert.That(
            Texts($$""" "type": "array", "items": {{union}} """, isRequired: false),
            Is.EqualTo(("InputList<Union<string, int>>", "Output<ImmutableArray<Union<string, int>>>")));
        Assert.That(Texts($$""" "type": "object", "additionalProperties": {{union}} """, isRequired: false).Input, Is.EqualTo("InputMap<Union<string, int>>"));
    }

    /// <summary>Every text above is C#, too.</summary>
    [Test]
    public void Property_OfEveryKind_Compiles()
    {
        string[] specs =
        [
            """ "$ref": "pulumi.json#/Json" """, """ "$ref": "pulumi.json#/Asset" """, """ "type": "array", "plain": true, "items": { "type": "string" } """,
            """ "oneOf": [{ "type": "integer" }, { "type": "string" }], "plain": true """, """ "oneOf": [{ "type": "integer" }, { "type": "boolean" }] """,
        ];
        foreach (var (spec, isRequired) in specs.SelectMany(spec => new[] { (spec, true), (spec, false) }))
        {
            var files = Generated.Files(Schemas.Property(spec, isRequired));
            Assert.That(SdkCompiler.Complaints(SdkCompiler.Compile(files, PublishedSdk.Reference)), Is.Empty, spec);
        }
    }

    private static (string Input, string Output) Texts(string spec, bool isRequired)
    {
        var code = SdkCode.Of(Schemas.Property(spec, isRequired, Named));
        return (code.TypeOf("ThingArgs", "It"), code.TypeOf("Thing", "It"));
    }
}
