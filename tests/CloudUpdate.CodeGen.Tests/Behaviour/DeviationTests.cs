using CloudUpdate.CodeGen.Tests.Support;

namespace CloudUpdate.CodeGen.Tests.Behaviour;

/// <summary>
/// Where the official generator has a defect, this one does the right thing if programs written for the official
/// one still compile. Each choice, with what the official one does, is a test here.
/// </summary>
internal sealed class DeviationTests
{
    /// <summary>Official: the value of an output whose wire name is no parameter name is silently lost.</summary>
    [TestCase("foo-bar", "FooBar")]
    [TestCase("Some-thing", "SomeThing")]
    public async Task Output_WireNameIsNoParameterName_Filled(string wire, string property)
    {
        var run = await SdkProgram.RunAsync(
            Schemas.Resource(
                $$""" "inputProperties": { "part": { "$ref": "#/types/acme:index:Part" } }, "properties": { "part": { "$ref": "#/types/acme:index:Part" } } """,
                Schemas.Types(Schemas.Part($$""" "{{wire}}": { "type": "string" } """))),
            $$"""
            var thing = new Thing("one", new ThingArgs { Part = new PartArgs { {{property}} = "x" } });
            results["value"] = (await OutputUtilities.GetValueAsync(thing.Part))!.{{property}};
            """);

        Assert.That(run.Results["value"], Is.EqualTo("x"));
    }

    /// <summary>Official: only collections and secrets are marked; neither other arguments nor anything that is read.</summary>
    [Test]
    public void Deprecation_AnyProperty_Marked()
    {
        var code = SdkCode.Of(Schemas.Property(""" "type": "string", "deprecationMessage": "use that" """));

        Assert.That(code.Member("ThingArgs", "It"), Does.Contain("""[Obsolete(@"use that")]"""));
        Assert.That(code.Member("Thing", "It"), Does.Contain("""[Obsolete(@"use that")]"""));
    }

    [Test]
    public void Deprecation_NestedProperty_MarkedInBothClasses()
    {
        var schema = Schemas.Property(
            """ "$ref": "#/types/acme:index:Part" """, types: Schemas.Part(""" "name": { "type": "string", "deprecationMessage": "use that" } """));
        var code = SdkCode.Of(schema);

        Assert.That(code.Member("PartArgs", "Name"), Does.Contain("[Obsolete"));
        Assert.That(code.Member("Part", "Name"), Does.Contain("[Obsolete"));
        Assert.That(SdkCompiler.Complaints(SdkCompiler.Compile(Generated.Files(schema), PublishedSdk.Reference)), Is.Empty);
    }

    /// <summary>Official: the default is looked for in the module of the property, where there is no such enum.</summary>
    [Test]
    public void Default_EnumOfAnotherModule_FoundThere()
    {
        var schema = Schemas.Package($$"""
            {{Schemas.Types(Schemas.Color.Replace("index", "palette", StringComparison.Ordinal))}},
            "resources": { "acme:shop:Thing": { "inputProperties": { "color": { "$ref": "#/types/acme:palette:Color", "default": "red" } } } }
            """);

        Assert.That(SdkCode.Of(schema).Member("ThingArgs", "ThingArgs"), Is.EqualTo("public ThingArgs() { Color = Pulumi.Acme.Palette.Color.Red; }"));
        Assert.That(SdkCompiler.Complaints(SdkCompiler.Compile(Generated.Files(schema), PublishedSdk.Reference)), Is.Empty);
    }

    /// <summary>Official: a secret collection that is filled without being set is sent in the open.</summary>
    [Test]
    public void Secret_LazyCollection_CreatedSecret() => Assert.That(
        SdkCode.Of(Schemas.Property(""" "type": "object", "secret": true """)).Member("ThingArgs", "It"),
        Does.Contain("get => _it ?? (_it = Output.CreateSecret(ImmutableDictionary.Create<string, string>()));"));

    /// <summary>Official: the id in the options of a custom resource is overwritten, so the resource is created instead of looked up.</summary>
    [Test]
    public async Task Options_Id_LooksUpTheResource()
    {
        var run = await SdkProgram.RunAsync(
            Schemas.Property(""" "type": "string" """), """new Thing("one", null, new CustomResourceOptions { Id = "thing-7" });""");

        Assert.That(run.Engine.Resource.Id, Is.EqualTo("thing-7"));
    }

    /// <summary>Official: the project file is not XML as soon as a description has an ampersand.</summary>
    [Test]
    public void Project_Markup_Escaped() => Assert.That(
        Generated.File(Schemas.Package(""" "description": "a < b & c" """), "Pulumi.Acme.csproj"), Does.Contain("<Description>a &lt; b &amp; c</Description>"));

    /// <summary>Official: only debug builds have documentation, and packages are packed from release builds.</summary>
    [Test]
    public void Project_AnyConfiguration_DocumentationGenerated() => Assert.That(
        Generated.File(Schemas.Package(), "Pulumi.Acme.csproj"),
        Does.Contain("  <PropertyGroup>\n    <GenerateDocumentationFile>true</GenerateDocumentationFile>"));

    /// <summary>Official: "dotnet pack" finds nothing to pack unless the project was built before.</summary>
    [Test]
    public void Project_Packed_BuiltFirst() => Assert.That(
        Generated.File(Schemas.Package(), "Pulumi.Acme.csproj"),
        Does.Contain("""<GeneratePackageOnBuild Condition="'$(_IsPacking)' != 'true'">true</GeneratePackageOnBuild>"""));

    /// <summary>Official: does not compile.</summary>
    [Test]
    public void Positional_KeywordAsName_Escaped()
    {
        var schema = Schemas.Function(
            """ "inputs": { "properties": { "class": { "type": "string" } } }, "multiArgumentInputs": ["class"], "outputs": { "type": "string" } """);

        Assert.That(SdkCode.Of(schema).Member("Find", "InvokeAsync"), Does.Contain("(string? @class = null, InvokeOptions?"));
        Assert.That(SdkCompiler.Complaints(SdkCompiler.Compile(Generated.Files(schema), PublishedSdk.Reference)), Is.Empty);
    }

    /// <summary>Official: a parameter with a structure names a class that does not exist.</summary>
    [Test]
    public void Positional_Structure_ItsInputClass()
    {
        var schema = Schemas.Function(
            """ "inputs": { "properties": { "part": { "$ref": "#/types/acme:index:Part" } } }, "multiArgumentInputs": ["part"], "outputs": { "type": "string" } """,
            Schemas.Types(Schemas.Part()));

        Assert.That(SdkCompiler.Complaints(SdkCompiler.Compile(Generated.Files(schema), PublishedSdk.Reference)), Is.Empty);
    }

    /// <summary>Official: the field has the wire name, hyphen and all, and does not compile.</summary>
    [Test]
    public void Field_HyphenInWireName_Replaced()
    {
        var schema = Schemas.Property(""" "type": "array", "items": { "type": "string" } """).Replace("\"it\"", "\"i-t\"", StringComparison.Ordinal);

        Assert.That(SdkCode.Of(schema).Member("ThingArgs", "_i_t"), Does.StartWith("""[Input("i-t")]"""));
        Assert.That(SdkCompiler.Complaints(SdkCompiler.Compile(Generated.Files(schema), PublishedSdk.Reference)), Is.Empty);
    }

    /// <summary>Official: the initialiser <c>null!</c> does not compile where both alternatives are value types.</summary>
    [Test]
    public void Property_RequiredPlainUnion_Compiles()
    {
        var schema = Schemas.Function(
            """ "inputs": { "properties": { "it": { "oneOf": [{ "type": "integer" }, { "type": "boolean" }] } }, "required": ["it"] }, "outputs": { "type": "string" } """);

        Assert.That(SdkCompiler.Complaints(SdkCompiler.Compile(Generated.Files(schema), PublishedSdk.Reference)), Is.Empty);
    }

    /// <summary>Kept as it is: a program that sets such a property to one of the alternatives compiles with the official type only.</summary>
    [Test]
    public void Kept_UnionOfThree_Object() => Assert.That(
        SdkCode.Of(Schemas.Property(""" "oneOf": [{ "type": "string" }, { "type": "integer" }, { "type": "boolean" }] """)).TypeOf("ThingArgs", "It"),
        Is.EqualTo("object?"));

    /// <summary>Kept as it is: a required collection can be left unset until the resource is registered.</summary>
    [Test]
    public void Kept_RequiredCollection_CheckedAtRunTime() => Assert.That(
        SdkCode.Of(Schemas.Property(""" "type": "object" """, isRequired: true)).Member("ThingArgs", "_it"),
        Is.EqualTo("""[Input("it", required: true)] private InputMap<string>? _it;"""));
}
