using CloudUpdate.CodeGen.Tests.Support;

namespace CloudUpdate.CodeGen.Tests.Rules;

/// <summary>The classes of resources.</summary>
internal sealed class ResourceTests
{
    [Test]
    public void Class_CustomResource_MarkedWithToken() => Assert.That(
        SdkCode.Of(Schemas.Resource("")).Heading("Thing"),
        Is.EqualTo("""[AcmeResourceType("acme:index:Thing")] public partial class Thing : global::Pulumi.CustomResource"""));

    [Test]
    public void Constructor_NoRequiredInput_ArgsMayBeLeftOut() => Assert.That(
        SdkCode.Of(Schemas.Property(""" "type": "string" """)).Members("Thing", "Thing")[0],
        Does.StartWith("public Thing(string name, ThingArgs? args = null, CustomResourceOptions? options = null) "
            + """: base("acme:index:Thing", name, args ?? new ThingArgs(), MakeResourceOptions(options, null))"""));

    [Test]
    public void Constructor_RequiredInput_ArgsAreRequired() => Assert.That(
        SdkCode.Of(Schemas.Property(""" "type": "string" """, isRequired: true)).Members("Thing", "Thing")[0],
        Does.StartWith("public Thing(string name, ThingArgs args, CustomResourceOptions? options = null)"));

    [Test]
    public void Constructor_ConstantInput_ForcedOverTheProgram()
    {
        var code = SdkCode.Of(Schemas.Property(""" "type": "string", "const": "only" """, isRequired: true));

        Assert.That(code.Members("Thing", "Thing")[0], Does.Contain("name, MakeArgs(args), MakeResourceOptions"));
        Assert.That(code.Member("Thing", "MakeArgs"), Is.EqualTo(
            """private static ThingArgs MakeArgs(ThingArgs args) { args ??= new ThingArgs(); args.It = "only"; return args; }"""));
    }

    [Test]
    public void Get_NoStateInputs_ById()
    {
        var code = SdkCode.Of(Schemas.Resource(""));

        Assert.That(code.Member("Thing", "Get"), Is.EqualTo(
            "public static Thing Get(string name, Input<string> id, CustomResourceOptions? options = null) { return new Thing(name, id, options); }"));
        Assert.That(code.Members("Thing", "Thing")[1], Does.StartWith(
            "private Thing(string name, Input<string> id, CustomResourceOptions? options = null) "
            + """: base("acme:index:Thing", name, null, MakeResourceOptions(options, id))"""));
    }

    [Test]
    public void Get_StateInputs_StateAsFurtherHelp()
    {
        var code = SdkCode.Of(Schemas.Resource($$"""
            "stateInputs": { "properties": { "region": { "type": "string" }, "part": { "$ref": "#/types/acme:index:Part" } } }
            """, Schemas.Types(Schemas.Part())));

        Assert.That(code.Member("Thing", "Get"), Does.StartWith(
            "public static Thing Get(string name, Input<string> id, ThingState? state = null, CustomResourceOptions? options = null)"));
        Assert.That(code.Members("Thing", "Thing")[1], Does.Contain("""name, state, MakeResourceOptions(options, id)"""));
        Assert.That(code.Heading("ThingState"), Is.EqualTo("public sealed class ThingState : global::Pulumi.ResourceArgs"));
        Assert.That(code.TypeOf("ThingState", "Part"), Is.EqualTo("Input<Inputs.PartGetArgs>?"));
        Assert.That(code.Heading("PartGetArgs"), Is.EqualTo("public sealed class PartGetArgs : global::Pulumi.ResourceArgs"));
    }

    [Test]
    public void Options_PlainPackage_VersionOnly() => Assert.That(
        SdkCode.Of(Schemas.Resource("")).Member("Thing", "MakeResourceOptions"),
        Is.EqualTo("private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id) "
            + "{ var packageOptions = new CustomResourceOptions { Version = Utilities.Version, }; "
            + "var result = CustomResourceOptions.Merge(packageOptions, options); result.Id = id ?? result.Id; return result; }"));

    [Test]
    public void Options_EverythingAPackageCanSay_InTheDefaults()
    {
        var code = SdkCode.Of(Schemas.Resource(
            """
            "aliases": ["acme:old:Thing", { "type": "acme:older:Thing" }],
            "properties": {
              "password": { "type": "string", "secret": true },
              "parts": { "type": "array", "items": { "$ref": "#/types/acme:index:Part" } },
              "size": { "type": "integer", "replaceOnChanges": true }
            }
            """,
            $$""" "pluginDownloadURL": "https://acme.example/plugins", {{Schemas.Types(Schemas.Part(""" "name": { "type": "string", "replaceOnChanges": true } """))}} """));

        var options = code.Member("Thing", "MakeResourceOptions");

        Assert.That(options, Does.Contain("""PluginDownloadURL = "https://acme.example/plugins","""));
        Assert.That(options, Does.Contain(
            """Aliases = { new global::Pulumi.Alias { Type = "acme:old:Thing" }, new global::Pulumi.Alias { Type = "acme:older:Thing" }, },"""));
        Assert.That(options, Does.Contain("""AdditionalSecretOutputs = { "password", },"""));
        Assert.That(options, Does.Contain("""ReplaceOnChanges = { "parts[*].name", "size", },"""));
    }

    [Test]
    public void Options_WillReplaceOnChanges_NotTheEnginesConcern() => Assert.That(
        SdkCode.Of(Schemas.Property(""" "type": "string", "willReplaceOnChanges": true """)).Member("Thing", "MakeResourceOptions"),
        Does.Not.Contain("ReplaceOnChanges"));

    [Test]
    public void Component_Remote_NeitherLookedUpNorOwned()
    {
        var code = SdkCode.Of(Schemas.Resource(""" "isComponent": true """));

        Assert.That(code.Heading("Thing"), Does.EndWith(": global::Pulumi.ComponentResource"));
        Assert.That(code.Member("Thing", "Thing"), Does.StartWith(
            "public Thing(string name, ThingArgs? args = null, ComponentResourceOptions? options = null) "
            + """: base("acme:index:Thing", name, args ?? new ThingArgs(), MakeResourceOptions(options, ""), remote: true)"""));
        Assert.That(code.Members("Thing", "Get"), Is.Empty);
    }

    [Test]
    public void Provider_NotInTheSchema_ThereAllTheSame()
    {
        var code = SdkCode.Of(Schemas.Package());

        Assert.That(code.Heading("Provider"), Is.EqualTo(
            """[AcmeResourceType("pulumi:providers:acme")] public partial class Provider : global::Pulumi.ProviderResource"""));
        Assert.That(code.Member("Provider", "Provider"), Does.StartWith(
            "public Provider(string name, ProviderArgs? args = null, CustomResourceOptions? options = null) "
            + """: base("acme", name, args ?? new ProviderArgs(), MakeResourceOptions(options, ""))"""));
        Assert.That(code.Members("Provider", "Get"), Is.Empty);
        Assert.That(code.Heading("ProviderArgs"), Is.EqualTo("public sealed class ProviderArgs : global::Pulumi.ResourceArgs"));
    }

    [Test]
    public void Provider_Properties_TextOutAnythingInAsJson()
    {
        var properties = """
            "key": { "type": "string" }, "count": { "type": "integer" }, "hosts": { "type": "array", "items": { "type": "string" } },
            "color": { "$ref": "#/types/acme:index:Color" }
            """;
        var code = SdkCode.Of(Schemas.Package(
            $$""" {{Schemas.Types(Schemas.Color)}}, "provider": { "properties": { {{properties}} }, "inputProperties": { {{properties}} } } """));

        Assert.That(code.PropertyNames("Provider"), Is.EqualTo(["Color", "Key"]));
        Assert.That(code.TypeOf("Provider", "Color"), Is.EqualTo("Output<string?>"));
        Assert.That(code.Member("ProviderArgs", "Key"), Does.StartWith("""[Input("key")]"""));
        Assert.That(code.Member("ProviderArgs", "Count"), Does.StartWith("""[Input("count", json: true)]"""));
        Assert.That(code.Member("ProviderArgs", "Color"), Does.StartWith("""[Input("color", json: true)]"""));
        Assert.That(code.Member("ProviderArgs", "_hosts"), Does.StartWith("""[Input("hosts", json: true)]"""));
    }

    [Test]
    public void Class_NamedForCSharp_RenamedWithItsArgs() => Assert.That(
        SdkCode.Of(Schemas.Resource(""" "language": { "csharp": { "name": "widget" } } """)).TypeNames,
        Does.Contain("Pulumi.Acme.Widget").And.Contain("Pulumi.Acme.WidgetArgs"));

    [Test]
    public void Class_Deprecated_Obsolete() => Assert.That(
        SdkCode.Of(Schemas.Resource(""" "deprecationMessage": "use \"Other\"" """)).Heading("Thing"),
        Does.StartWith("""""[Obsolete(@"use ""Other""")]"""""));

    [Test]
    public void Constructor_DictionaryConstructors_OneMore()
    {
        var code = SdkCode.Of(Schemas.Resource("", """ "language": { "csharp": { "dictionaryConstructors": true } } """));

        Assert.That(code.Members("Thing", "Thing")[1], Does.StartWith(
            "internal Thing(string name, ImmutableDictionary<string, object?> dictionary, CustomResourceOptions? options = null) "
            + """: base("acme:index:Thing", name, new DictionaryResourceArgs(dictionary), MakeResourceOptions(options, null))"""));
    }

    [Test]
    public void Output_Property_PrivatelySet() => Assert.That(
        SdkCode.Of(Schemas.Property(""" "type": "integer" """)).Member("Thing", "It"),
        Is.EqualTo("""[Output("it")] public Output<int?> It { get; private set; } = null!;"""));
}
