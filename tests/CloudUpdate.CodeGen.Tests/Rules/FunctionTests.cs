using CloudUpdate.CodeGen.Tests.Support;

namespace CloudUpdate.CodeGen.Tests.Rules;

/// <summary>The classes of functions.</summary>
internal sealed class FunctionTests
{
    private const string Deployment = "global::Pulumi.Deployment.Instance";
    private const string Inputs = """ "inputs": { "properties": { "id": { "type": "string" }, "tags": { "type": "array", "items": { "type": "string" } } }, "required": ["id"] } """;
    private const string Outputs = """ "outputs": { "properties": { "size": { "type": "integer" } }, "required": ["size"] } """;

    [Test]
    public void Methods_InputsAndInlineResult_ThreeForms()
    {
        var code = SdkCode.Of(Schemas.Function($"{Inputs}, {Outputs}"));

        Assert.That(code.Member("Find", "InvokeAsync"), Is.EqualTo(
            "public static Task<FindResult> InvokeAsync(FindArgs args, InvokeOptions? options = null) "
            + $"""=> {Deployment}.InvokeAsync<FindResult>("acme:index:find", args ?? new FindArgs(), options.WithDefaults());"""));
        Assert.That(code.Members("Find", "Invoke"), Is.EqualTo(new[]
        {
            "public static Output<FindResult> Invoke(FindInvokeArgs args, InvokeOptions? options = null) "
                + $"""=> {Deployment}.Invoke<FindResult>("acme:index:find", args ?? new FindInvokeArgs(), options.WithDefaults());""",
            "public static Output<FindResult> Invoke(FindInvokeArgs args, InvokeOutputOptions options) "
                + $"""=> {Deployment}.Invoke<FindResult>("acme:index:find", args ?? new FindInvokeArgs(), options.WithDefaults());""",
        }));
    }

    [Test]
    public void Args_BothForms_KnownAndEventual()
    {
        var code = SdkCode.Of(Schemas.Function($"{Inputs}, {Outputs}"));

        Assert.That(code.Heading("FindArgs"), Is.EqualTo("public sealed class FindArgs : global::Pulumi.InvokeArgs"));
        Assert.That(code.TypeOf("FindArgs", "Id"), Is.EqualTo("string"));
        Assert.That(code.TypeOf("FindArgs", "Tags"), Is.EqualTo("List<string>"));
        Assert.That(code.TypeOf("FindInvokeArgs", "Id"), Is.EqualTo("Input<string>"));
        Assert.That(code.TypeOf("FindInvokeArgs", "Tags"), Is.EqualTo("InputList<string>"));
        Assert.That(code.Heading("FindResult"), Is.EqualTo("[OutputType] public sealed class FindResult"));
    }

    [Test]
    public void Args_NoneRequired_MayBeLeftOut()
    {
        var code = SdkCode.Of(Schemas.Function($$""" "inputs": { "properties": { "id": { "type": "string" } } }, {{Outputs}} """));

        Assert.That(code.Member("Find", "InvokeAsync"), Does.Contain("InvokeAsync(FindArgs? args = null, InvokeOptions? options = null)"));
        Assert.That(code.Members("Find", "Invoke")[0], Does.Contain("Invoke(FindInvokeArgs? args = null, InvokeOptions? options = null)"));
        Assert.That(code.Members("Find", "Invoke")[1], Does.Contain("Invoke(FindInvokeArgs args, InvokeOutputOptions options)"));
    }

    [Test]
    public void Methods_NoInputs_NoArgs()
    {
        var code = SdkCode.Of(Schemas.Function(Outputs));

        Assert.That(code.Member("Find", "InvokeAsync"), Does.Contain("InvokeAsync(InvokeOptions? options = null)").And.Contain("InvokeArgs.Empty"));
        Assert.That(code.Members("Find", "Invoke")[1], Does.Contain("Invoke(InvokeOutputOptions options)").And.Contain("InvokeArgs.Empty"));
        Assert.That(code.TypeNames, Does.Not.Contain("Pulumi.Acme.FindArgs"));
    }

    [Test]
    public void Methods_EmptyInputs_ArgsInTheKnownFormOnly()
    {
        var code = SdkCode.Of(Schemas.Function($$""" "inputs": { "properties": {} }, {{Outputs}} """));

        Assert.That(code.Member("Find", "InvokeAsync"), Does.Contain("FindArgs? args = null"));
        Assert.That(code.Members("Find", "Invoke")[0], Does.Contain("Invoke(InvokeOptions? options = null)").And.Contain("InvokeArgs.Empty"));
        Assert.That(code.TypeNames, Does.Not.Contain("Pulumi.Acme.FindInvokeArgs"));
    }

    [TestCase("")]
    [TestCase(""", "outputs": {} """)]
    public void Methods_NoResult_CalledAtOnceOnly(string outputs)
    {
        var code = SdkCode.Of(Schemas.Function(Inputs + outputs));

        Assert.That(code.Member("Find", "InvokeAsync"), Is.EqualTo(
            "public static Task InvokeAsync(FindArgs args, InvokeOptions? options = null) "
            + $"""=> {Deployment}.InvokeAsync("acme:index:find", args ?? new FindArgs(), options.WithDefaults());"""));
        Assert.That(code.Members("Find", "Invoke"), Is.Empty);
        Assert.That(code.TypeNames, Does.Not.Contain("Pulumi.Acme.FindInvokeArgs"));
    }

    [TestCase(""" "type": "number" """, "double", "InvokeSingle")]
    [TestCase(""" "type": "array", "items": { "$ref": "#/types/acme:index:Part" } """, "ImmutableArray<Outputs.Part>", "InvokeSingle")]
    [TestCase(""" "type": "object", "additionalProperties": { "type": "integer" } """, "ImmutableDictionary<string, int>", "InvokeSingle")]
    [TestCase(""" "$ref": "#/types/acme:index:Part" """, "Outputs.Part", "Invoke", Description = "Only what is no object comes as a single value.")]
    public void Methods_OtherResult_ItsType(string outputs, string type, string method)
    {
        var code = SdkCode.Of(Schemas.Function($$""" "outputs": { {{outputs}} } """, Schemas.Types(Schemas.Part())));

        Assert.That(code.Member("Find", "InvokeAsync"), Does.StartWith($"public static Task<{type}> InvokeAsync").And.Contain($".{method}Async<{type}>("));
        Assert.That(code.Members("Find", "Invoke")[0], Does.StartWith($"public static Output<{type}> Invoke").And.Contain($".{method}<{type}>("));
    }

    [Test]
    public void Methods_Positional_ParametersInTheirOrder()
    {
        var code = SdkCode.Of(Schemas.Function(
            $$""" "inputs": { "properties": { "a": { "type": "number" }, "list": { "type": "array", "items": { "type": "string" } }, "z": { "type": "string" } }, "required": ["z"] }, "multiArgumentInputs": ["z", "a", "list"], "outputs": { "type": "number" } """));

        Assert.That(code.Member("Find", "InvokeAsync"), Is.EqualTo(
            "public static async Task<double> InvokeAsync(string z, double? a = null, List<string>? list = null, InvokeOptions? invokeOptions = null) "
            + """{ var builder = ImmutableDictionary.CreateBuilder<string, object?>(); builder["z"] = z; builder["a"] = a; builder["list"] = list; """
            + "var args = new global::Pulumi.DictionaryInvokeArgs(builder.ToImmutableDictionary()); "
            + $$"""return await {{Deployment}}.InvokeSingleAsync<double>("acme:index:find", args, invokeOptions.WithDefaults()); }"""));
        Assert.That(code.Member("Find", "Invoke"), Does.StartWith(
            "public static Output<double> Invoke(Input<string> z, Input<double?>? a = null, Input<List<string>?>? list = null, InvokeOptions? invokeOptions = null)"));
        Assert.That(code.TypeNames, Does.Not.Contain("Pulumi.Acme.FindArgs"));
    }

    [TestCase("acme:index:invoke", "InvokeFunction")]
    [TestCase("acme:index:InvokeAsync", "InvokeAsyncFunction")]
    public void Class_NamedLikeItsMethods_Suffixed(string token, string expected) => Assert.That(
        SdkCode.Of(Schemas.Package($$""" "functions": { "{{token}}": {} } """)).TypeNames, Does.Contain($"Pulumi.Acme.{expected}"));

    [Test]
    public void Class_Deprecated_Obsolete() => Assert.That(
        SdkCode.Of(Schemas.Function(""" "deprecationMessage": "gone" """)).Heading("Find"), Is.EqualTo("""[Obsolete(@"gone")] public static class Find"""));

    [Test]
    public void Class_TokenOfAllowedPackage_NamespaceOfItsOwn()
    {
        var schema = Schemas.Package($$"""
            "allowedPackageNames": ["other"], {{Schemas.Types(Schemas.Part())}},
            "functions": { "other:index:find": { "inputs": { "properties": { "part": { "$ref": "#/types/acme:index:Part" } } }, {{Outputs}} } }
            """);

        Assert.That(SdkCode.Of(schema).TypeNames, Does.Contain("Pulumi.Other.Find"));
        Assert.That(SdkCode.Of(schema).TypeOf("FindArgs", "Part"), Is.EqualTo("Pulumi.Acme.Inputs.Part?"));
        Assert.That(Generated.File(schema, "Find.cs"), Does.Contain("using Pulumi.Acme;"));
        Assert.That(SdkCompiler.Complaints(SdkCompiler.Compile(Generated.Files(schema), PublishedSdk.Reference)), Is.Empty);
    }
}
