using CloudUpdate.CodeGen.Tests.Support;

namespace CloudUpdate.CodeGen.Tests.Rules;

/// <summary>The classes that programs fill in.</summary>
internal sealed class InputClassTests
{
    [TestCase(""" "type": "string" """, true, """[Input("it", required: true)] public Input<string> It { get; set; } = null!;""")]
    [TestCase(""" "type": "string" """, false, """[Input("it")] public Input<string>? It { get; set; }""")]
    [TestCase(""" "type": "integer" """, true, """[Input("it", required: true)] public Input<int> It { get; set; } = null!;""")]
    [TestCase(""" "type": "integer", "plain": true """, true, """[Input("it", required: true)] public int It { get; set; }""")]
    [TestCase(""" "type": "string", "plain": true """, true, """[Input("it", required: true)] public string It { get; set; } = null!;""")]
    [TestCase(""" "$ref": "#/types/acme:index:Color", "plain": true """, true, """[Input("it", required: true)] public Pulumi.Acme.Color It { get; set; }""")]
    public void Property_Simple_Automatic(string spec, bool isRequired, string expected) =>
        Assert.That(Code(spec, isRequired).Member("ThingArgs", "It"), Is.EqualTo(expected));

    [TestCase(""" "type": "array", "items": { "type": "string" } """, "InputList<string>")]
    [TestCase(""" "type": "object" """, "InputMap<string>")]
    [TestCase(""" "type": "array", "plain": true, "items": { "type": "string" } """, "List<Input<string>>")]
    public void Property_Collection_CreatedOnFirstUse(string spec, string type)
    {
        var code = Code(spec);

        Assert.That(code.Member("ThingArgs", "_it"), Is.EqualTo($"""[Input("it")] private {type}? _it;"""));
        Assert.That(code.Member("ThingArgs", "It"), Is.EqualTo($$"""public {{type}} It { get => _it ?? (_it = new {{type}}()); set => _it = value; }"""));
    }

    [Test]
    public void Property_RequiredCollection_MarkedOnTheField() => Assert.That(
        Code(""" "type": "object" """, isRequired: true).Member("ThingArgs", "_it"),
        Is.EqualTo("""[Input("it", required: true)] private InputMap<string>? _it;"""));

    [Test]
    public void Property_SecretText_CombinedWithASecretWhenSet()
    {
        var code = Code(""" "type": "string", "secret": true """, isRequired: true);

        Assert.That(code.Member("ThingArgs", "_it"), Is.EqualTo("""[Input("it", required: true)] private Input<string>? _it;"""));
        Assert.That(code.Member("ThingArgs", "It"), Is.EqualTo(
            "public Input<string>? It { get => _it; set { var emptySecret = Output.CreateSecret(0); "
            + "_it = Output.Tuple<Input<string>?, int>(value, emptySecret).Apply(t => t.Item1); } }"));
    }

    [TestCase(""" "type": "array", "items": { "$ref": "#/types/acme:index:Part" } """, "ImmutableArray.Create<Inputs.PartArgs>()")]
    [TestCase(""" "type": "object", "additionalProperties": { "type": "integer" } """, "ImmutableDictionary.Create<string, int>()")]
    public void Property_SecretCollection_CombinedWithItsLikeWhenSet(string spec, string empty) => Assert.That(
        Code(spec + """, "secret": true """).Member("ThingArgs", "It"),
        Does.EndWith($$"""set { var emptySecret = Output.CreateSecret({{empty}}); _it = Output.All(value, emptySecret).Apply(v => v[0]); } }"""));

    [Test]
    public void Property_SecretPlainText_KeptAsItIs() => Assert.That(
        Code(""" "type": "string", "plain": true, "secret": true """).Member("ThingArgs", "It"),
        Is.EqualTo("public string? It { get => _it; set => _it = value; }"));

    [Test]
    public void Property_NamedForCSharp_WireNameKept() => Assert.That(
        Code(""" "type": "string", "language": { "csharp": { "name": "Renamed" } } """).Member("ThingArgs", "Renamed"),
        Does.StartWith("""[Input("it")]"""));

    [Test]
    public void Fields_WireNamesAlikeOrTaken_ToldApart()
    {
        const string list = """ { "type": "array", "items": { "type": "string" } } """;
        var schema = Schemas.Resource($$""" "inputProperties": { "a-b": {{list}}, "a_b": {{list}}, "x": {{list}}, "_x": { "type": "string" } } """);
        var code = SdkCode.Of(schema);

        Assert.That(code.Member("ThingArgs", "_a_b"), Does.StartWith("""[Input("a-b")]"""));
        Assert.That(code.Member("ThingArgs", "_a_b_"), Does.StartWith("""[Input("a_b")]"""));
        Assert.That(code.Member("ThingArgs", "_x_"), Does.StartWith("""[Input("x")]"""));
        Assert.That(SdkCompiler.Complaints(SdkCompiler.Compile(Generated.Files(schema), PublishedSdk.Reference)), Is.Empty);
    }

    [Test]
    public void Properties_Any_InOrdinalOrder() => Assert.That(
        SdkCode.Of(Schemas.Resource(""" "inputProperties": { "url": { "type": "string" }, "_x": { "type": "string" }, "URL2": { "type": "string" } } """))
            .PropertyNames("ThingArgs"),
        Is.EqualTo(["URL2", "_x", "Url", "Empty"]));

    [Test]
    public void Empty_Any_HidesTheBaseClasss() => Assert.That(
        Code(""" "type": "string" """).Member("ThingArgs", "Empty"), Is.EqualTo("public static new ThingArgs Empty => new ThingArgs();"));

    private static SdkCode Code(string spec, bool isRequired = false) =>
        SdkCode.Of(Schemas.Property(spec, isRequired, $"{Schemas.Part()}, {Schemas.Color}"));
}
