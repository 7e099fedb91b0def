using CloudUpdate.CodeGen.Tests.Support;

namespace CloudUpdate.CodeGen.Tests.Rules;

/// <summary>Enums.</summary>
internal sealed class EnumTests
{
    [Test]
    public void Enum_OfTexts_StructAroundTheValue()
    {
        var code = Code(""" "type": "string", "enum": [{ "value": "small" }, { "name": "huge", "value": "XL", "deprecationMessage": "too large" }] """);

        Assert.That(code.Heading("Size"), Is.EqualTo("[EnumType] public readonly struct Size : IEquatable<Size>"));
        Assert.That(code.Member("Size", "_value"), Is.EqualTo("private readonly string _value;"));
        Assert.That(code.Member("Size", "Size"), Is.EqualTo("private Size(string value) { _value = value ?? throw new ArgumentNullException(nameof(value)); }"));
        Assert.That(code.Member("Size", "Small"), Is.EqualTo("""public static Size Small { get; } = new Size("small");"""));
        Assert.That(code.Member("Size", "Huge"), Is.EqualTo("""[Obsolete(@"too large")] public static Size Huge { get; } = new Size("XL");"""));
        Assert.That(code.Members("Size", "Equals"), Is.EqualTo(new[]
        {
            "[EditorBrowsable(EditorBrowsableState.Never)] public override bool Equals(object? obj) => obj is Size other && Equals(other);",
            "public bool Equals(Size other) => string.Equals(_value, other._value, StringComparison.Ordinal);",
        }));
    }

    [Test]
    public void Enum_OfNumbers_ShortestLiterals()
    {
        var code = Code(""" "type": "number", "enum": [{ "name": "One", "value": 1.0 }, { "name": "Tenth", "value": 0.1 }] """);

        Assert.That(code.Member("Size", "One"), Is.EqualTo("public static Size One { get; } = new Size(1);"));
        Assert.That(code.Member("Size", "Tenth"), Is.EqualTo("public static Size Tenth { get; } = new Size(0.1);"));
        Assert.That(code.Member("Size", "ToString"), Is.EqualTo("public override string ToString() => _value.ToString();"));
    }

    [Test]
    public void Enum_OfIntegers_PlainEnum()
    {
        var code = Code(""" "type": "integer", "enum": [{ "value": 1 }, { "name": "Many", "value": 1000 }] """);

        Assert.That(code.Heading("Size"), Is.EqualTo("public enum Size"));
        Assert.That(code.Member("Size", "One"), Is.EqualTo("One = 1"));
        Assert.That(code.Member("Size", "Many"), Is.EqualTo("Many = 1000"));
    }

    [Test]
    public void Enums_OfAModule_OneFileInTokenOrder() => Assert.That(
        SdkCode.Of(Schemas.Package(Schemas.Types(
            """ "acme:tree/v1:B": { "type": "string", "enum": [{ "value": "b" }] }, "acme:tree/v1:A": { "type": "string", "enum": [{ "value": "a" }] } """))).TypeNames,
        Is.EqualTo(["Pulumi.Acme.Provider", "Pulumi.Acme.ProviderArgs", "Pulumi.Acme.Tree.V1.A", "Pulumi.Acme.Tree.V1.B", "Pulumi.Acme.Utilities", "Pulumi.Acme.AcmeResourceTypeAttribute"]));

    private static SdkCode Code(string spec) => SdkCode.Of(Schemas.Package(Schemas.Types($$""" "acme:index:Size": { {{spec}} } """)));
}
