using CloudUpdate.CodeGen.Naming;

namespace CloudUpdate.CodeGen.Tests.Rules;

/// <summary>From names of the schema to names in C#.</summary>
internal sealed class IdentifierTests
{
    [TestCase("name", "Name")]
    [TestCase("snake_case", "Snake_case")]
    [TestCase("abc-def", "AbcDef")]
    [TestCase("abc-", "Abc")]
    [TestCase("URL", "URL")]
    public void Property_WireName_UpperFirstWithoutHyphens(string name, string expected) =>
        Assert.That(Identifiers.Up(Identifiers.Unhyphenate(name)), Is.EqualTo(expected));

    [TestCase("dash-named", "DashNamed")]
    [TestCase("tree/v1", "Tree.V1")]
    [TestCase("HTTP_module", "HTTP_module")]
    [TestCase("legacy_names", "Legacy_names")]
    public void NamespaceOf_Module_SegmentsBetweenSlashes(string name, string expected) =>
        Assert.That(Identifiers.NamespaceOf(name), Is.EqualTo(expected));

    [TestCase("name", "name")]
    [TestCase("$ref", "@ref")]
    [TestCase("$schema", "schema")]
    [TestCase("class", "@class")]
    [TestCase("value", "value", Description = "Contextual keywords are ordinary parameters.")]
    [TestCase("foo-bar", "fooBar")]
    [TestCase("URL", "URL")]
    public void ConstructorParameter_WireName_Escaped(string name, string expected) =>
        Assert.That(Identifiers.ConstructorParameter(name), Is.EqualTo(expected));

    [TestCase("red", "Red")]
    [TestCase("8.3", "Size_8_3")]
    [TestCase("readonly", "@Readonly")]
    [TestCase("value", "@Value", Description = "Contextual keywords count too.")]
    [TestCase("Dev(NoSLA)_Standard_D11_v2", "Dev_NoSLA_Standard_D11_v2")]
    [TestCase("SystemAssigned, UserAssigned", "SystemAssigned_UserAssigned")]
    [TestCase("*", "Asterisk")]
    [TestCase("0", "Zero")]
    [TestCase("9", "Nine")]
    [TestCase("12", "Size_12")]
    [TestCase("x", "X")]
    [TestCase("@home", "@Home")]
    [TestCase("__hidden", "Size_hidden")]
    [TestCase("Equals", "EqualsValue")]
    [TestCase("équipe", "Équipe")]
    public void EnumMember_Text_Identifier(string text, string expected)
    {
        var member = Identifiers.EnumMember(text, "Size");

        Assert.That(member, Is.EqualTo(expected));
        Assert.That(Identifiers.IsValid(member!), Is.True);
    }

    [TestCase("")]
    [TestCase("+")]
    [TestCase("-")]
    public void EnumMember_NothingToKeep_None(string text) => Assert.That(Identifiers.EnumMember(text, "Size"), Is.Null);

    [TestCase("foo-bar", "_foo_bar")]
    [TestCase("$ref", "__ref")]
    [TestCase("plain", "_plain")]
    public void Field_WireName_ValidIdentifier(string name, string expected) => Assert.That(Identifiers.Field(name), Is.EqualTo(expected));

    [TestCase("Name", true)]
    [TestCase("@class", true)]
    [TestCase("class", false)]
    [TestCase("$ref", false)]
    [TestCase("1st", false)]
    [TestCase("", false)]
    [TestCase("@", false)]
    public void IsValid_Name_AsTheCompilerSays(string name, bool expected) => Assert.That(Identifiers.IsValid(name), Is.EqualTo(expected));
}
