using CloudUpdate.CodeGen.Tests.Support;

namespace CloudUpdate.CodeGen.Tests.Rules;

/// <summary>The class that reads the configuration.</summary>
internal sealed class ConfigTests
{
    [TestCase(""" "type": "string" """, "string?", """__config.Get("it")""")]
    [TestCase(""" "type": "boolean" """, "bool?", """__config.GetBoolean("it")""")]
    [TestCase(""" "type": "integer" """, "int?", """__config.GetInt32("it")""")]
    [TestCase(""" "type": "number" """, "double?", """__config.GetDouble("it")""")]
    [TestCase(""" "type": "string", "secret": true """, "string?", """__config.Get("it")""")]
    [TestCase(""" "type": "integer", "default": 3 """, "int?", """__config.GetInt32("it") ?? 3""")]
    [TestCase(""" "type": "string", "default": "x", "defaultInfo": { "environment": ["A"] } """, "string?", """__config.Get("it") ?? Utilities.GetEnv("A") ?? "x" """)]
    [TestCase(""" "type": "array", "items": { "type": "string" } """, "ImmutableArray<string>", """__config.GetObject<ImmutableArray<string>>("it")""")]
    [TestCase(""" "type": "object" """, "ImmutableDictionary<string, string>?", """__config.GetObject<ImmutableDictionary<string, string>>("it")""")]
    [TestCase(""" "$ref": "#/types/acme:config:Part" """, "Pulumi.Acme.Config.Types.Part?", """__config.GetObject<Pulumi.Acme.Config.Types.Part>("it")""")]
    [TestCase(""" "$ref": "#/types/acme:index:Part" """, "Types.Part?", """__config.GetObject<Types.Part>("it")""")]
    public void Variable_OfAType_ReadOnEveryAccess(string spec, string type, string read)
    {
        var schema = Schema(spec);
        var code = SdkCode.Of(schema);

        Assert.That(code.Member("Config", "_it"), Is.EqualTo($"private static readonly __Value<{type}> _it = new __Value<{type}>(() => {read.Trim()});"));
        Assert.That(code.Member("Config", "It"), Is.EqualTo($$"""public static {{type}} It { get => _it.Get(); set => _it.Set(value); }"""));
        Assert.That(SdkCompiler.Complaints(SdkCompiler.Compile(Generated.Files(schema), PublishedSdk.Reference)), Is.Empty);
    }

    [Test]
    public void Types_Reachable_MutableClassesInOrderOfFirstVisit()
    {
        var code = SdkCode.Of(Schemas.Package($$"""
            {{Schemas.Types(""" "acme:config:B": { "type": "object", "properties": { "a": { "type": "array", "items": { "$ref": "#/types/acme:config:A" } } } }, "acme:config:A": { "type": "object", "properties": { "n": { "type": "integer" }, "s": { "type": "string" } }, "required": ["s"] } """)}},
            "config": { "variables": { "b": { "$ref": "#/types/acme:config:B" } } }
            """));

        Assert.That(code.TypeNames.Where(name => name.Contains(".Types.", StringComparison.Ordinal)), Is.EqualTo(["Pulumi.Acme.Config.Types.B", "Pulumi.Acme.Config.Types.A"]));
        Assert.That(code.Member("B", "A"), Is.EqualTo("public ImmutableArray<Pulumi.Acme.Config.Types.A> A { get; set; }"));
        Assert.That(code.Member("A", "N"), Is.EqualTo("public int? N { get; set; }"));
        Assert.That(code.Member("A", "S"), Is.EqualTo("public string S { get; set; } = null!;"));
    }

    [Test]
    public void Class_PackageCalledConfig_NamespaceOutOfTheWay() => Assert.That(
        SdkCode.Of("""{ "name": "config", "config": { "variables": { "it": { "type": "string" } } } }""").TypeNames,
        Does.Contain("Pulumi.Config_.Config"));

    [Test]
    public void Class_NoVariables_None() => Assert.That(Generated.Files(Schemas.Package()).Keys, Has.None.StartsWith("Config/"));

    private static string Schema(string spec) => Schemas.Package($$"""
        {{Schemas.Types($"{Schemas.Part()}, {Schemas.Part().Replace("index", "config", StringComparison.Ordinal)}")}},
        "config": { "variables": { "it": { {{spec}} } } }
        """);
}
