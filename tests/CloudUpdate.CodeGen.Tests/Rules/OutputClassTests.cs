using CloudUpdate.CodeGen.Tests.Support;

namespace CloudUpdate.CodeGen.Tests.Rules;

/// <summary>The classes that programs read.</summary>
internal sealed class OutputClassTests
{
    [Test]
    public void Class_Properties_FieldsFilledByThePrivateConstructor()
    {
        var code = Code(""" "name": { "type": "string" }, "size": { "type": "integer" } """);

        Assert.That(code.Heading("Part"), Is.EqualTo("[OutputType] public sealed class Part"));
        Assert.That(code.Member("Part", "Name"), Is.EqualTo("public readonly string? Name;"));
        Assert.That(code.Member("Part", "Part"), Is.EqualTo(
            "[OutputConstructor] private Part( string? name, int? size) { Name = name; Size = size; }"));
    }

    [Test]
    public void Class_OneProperty_ParameterOnTheSameLine() => Assert.That(
        Code(""" "name": { "type": "string" } """).Member("Part", "Part"),
        Is.EqualTo("[OutputConstructor] private Part(string? name) { Name = name; }"));

    [Test]
    public void Class_NoProperty_EmptyConstructor() =>
        Assert.That(Code("").Member("Part", "Part"), Is.EqualTo("[OutputConstructor] private Part() { }"));

    [Test]
    public void Constructor_ParameterNamedLikeField_ToldApart() => Assert.That(
        Code(""" "URL": { "type": "string" } """).Member("Part", "Part"), Does.EndWith("(string? URL) { this.URL = URL; }"));

    [Test]
    public void Constructor_Keyword_Escaped() => Assert.That(
        Code(""" "class": { "type": "string" } """).Member("Part", "Part"), Does.EndWith("(string? @class) { Class = @class; }"));

    private static SdkCode Code(string properties) =>
        SdkCode.Of(Schemas.Resource(""" "properties": { "it": { "$ref": "#/types/acme:index:Part" } } """, Schemas.Types(Schemas.Part(properties))));
}
