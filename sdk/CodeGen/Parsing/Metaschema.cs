using System.Text.Json;
using System.Text.RegularExpressions;

namespace CloudUpdate.CodeGen.Parsing;

/// <summary>The shape of a package schema document: which keys stand where, and what their values are.</summary>
internal static partial class Metaschema
{
    private static readonly Rule Text = new TextRule();
    private static readonly Rule Flag = new ScalarRule("boolean", JsonValueKind.True, JsonValueKind.False);
    private static readonly Rule Constant = new ScalarRule(
        "boolean, number or string", JsonValueKind.True, JsonValueKind.False, JsonValueKind.Number, JsonValueKind.String);
    private static readonly Rule Anything = new ScalarRule("a value", Enum.GetValues<JsonValueKind>());
    private static readonly Rule Texts = new ListRule(Text);
    private static readonly Rule TextMap = new MapRule(Text);
    private static readonly Rule Version = new TextRule(VersionPattern());
    private static readonly Rule PackageName = new TextRule(PackageNamePattern());

    private static readonly Rule PackageLanguage = Language(new ObjectRule()
        .With("namespaces", TextMap)
        .With("rootNamespace", Text)
        .With("packageReferences", TextMap)
        .With("projectReferences", Texts)
        .With("compatibility", new TextRule(allowed: ["", "tfbridge20", "kubernetes20"]))
        .With("dictionaryConstructors", Flag)
        .With("liftSingleValueMethodReturns", Flag)
        .With("respectSchemaVersion", Flag));

    /// <summary>Resources and properties may be renamed; elsewhere the entry is carried without effect.</summary>
    private static readonly Rule NameLanguage = Language(new ObjectRule().With("name", Text));

    private static readonly ObjectRule Type = TypeRule();
    private static readonly ObjectRule Property = PropertyRule();
    private static readonly ObjectRule ObjectType = ObjectTypeRule();
    private static readonly ObjectRule Resource = ResourceRule();

    /// <summary>The rule for the whole document.</summary>
    public static Rule Document { get; } = new ObjectRule()
        .Require("name", PackageName)
        .With("$schema", Text).With("displayName", Text).With("description", Text).With("homepage", Text)
        .With("license", Text).With("attribution", Text).With("repository", Text).With("logoUrl", Text)
        .With("pluginDownloadURL", Text).With("publisher", Text)
        .With("version", Version)
        .With("keywords", Texts).With("allowedPackageNames", Texts)
        .With("namespace", new TextRule(NamespacePattern()))
        .With("meta", new ObjectRule().With("moduleFormat", new RegexRule()).With("supportPack", Flag))
        .With("config", new ObjectRule().With("variables", new MapRule(Property)).With("defaults", Texts))
        .With("types", new MapRule(new NamedTypeRule(ObjectType, EnumRule()), new TextRule(TokenPattern())))
        .With("provider", Resource)
        .With("resources", new MapRule(Resource, new TextRule(TokenPattern())))
        .With("functions", new MapRule(FunctionRule(), new TextRule(FunctionTokenPattern())))
        .With("language", PackageLanguage)
        .With("parameterization", Anything).With("extensionParameterization", Anything)
        .With("dependencies", new ListRule(new ObjectRule()
            .Require("name", PackageName)
            .With("version", Version)
            .With("downloadURL", Text).With("pluginDownloadURL", Text).With("parameterization", Anything)));

    private static ObjectRule TypeRule()
    {
        var rule = new ObjectRule();
        return rule
            .With("type", Text)
            .With("$ref", Text)
            .With("items", rule)
            .With("additionalProperties", rule)
            .With("oneOf", new ListRule(rule, minimum: 2))
            .With("discriminator", new ObjectRule()
                .Require("propertyName", new TextRule(NonEmptyPattern()))
                .With("mapping", TextMap))
            .With("plain", Flag)
            .Also(new TypeShapeRule());
    }

    private static ObjectRule PropertyRule() => new ObjectRule()
        .Extend(Type)
        .With("description", Text)
        .With("const", Constant)
        .With("default", Constant)
        .With("defaultInfo", new ObjectRule().Require("environment", Texts).With("language", Anything))
        .With("deprecationMessage", Text)
        .With("language", NameLanguage)
        .With("secret", Flag)
        .With("replaceOnChanges", Flag)
        .With("willReplaceOnChanges", Flag);

    private static ObjectRule ObjectTypeRule() => new ObjectRule()
        .With("description", Text)
        .With("properties", new MapRule(Property))
        .With("type", Text)
        .With("required", Texts)
        .With("plain", Anything)
        .With("language", Language(Anything))
        .With("isOverlay", Flag)
        .With("overlaySupportedLanguages", OverlayLanguages());

    private static ObjectRule EnumRule() => new ObjectRule()
        .With("description", Text)
        .With("language", Language(Anything))
        .With("isOverlay", Flag)
        .With("overlaySupportedLanguages", OverlayLanguages())
        .Require("type", Text)
        .Require("enum", new ListRule(new ObjectRule()
            .Require("value", Constant)
            .With("name", Text)
            .With("description", Text)
            .With("deprecationMessage", Text)));

    private static ObjectRule ResourceRule() => new ObjectRule()
        .With("language", NameLanguage)
        .Extend(ObjectType)
        .With("inputProperties", new MapRule(Property))
        .With("requiredInputs", Texts)
        .With("plainInputs", Anything)
        .With("stateInputs", ObjectType)
        .With("listInputs", ObjectType)
        .With("aliases", new ListRule(new AliasRule(new ObjectRule().With("type", Text))))
        .With("deprecationMessage", Text)
        .With("isComponent", Flag)
        .With("methods", TextMap);

    private static ObjectRule FunctionRule() => new ObjectRule()
        .With("description", Text)
        .With("inputs", ObjectType)
        .With("multiArgumentInputs", Texts)
        .With("outputs", new FunctionOutputsRule(ObjectType, ReturnTypeRule()))
        .With("deprecationMessage", Text)
        .With("language", Language(Anything))
        .With("isOverlay", Flag)
        .With("overlaySupportedLanguages", OverlayLanguages())
        .With("plain", Flag);

    private static ObjectRule ReturnTypeRule() => new ObjectRule().Extend(Type).With("description", Text).With("required", Texts);

    private static ListRule OverlayLanguages() =>
        new(new TextRule(allowed: ["nodejs", "python", "go", "csharp", "java", "yaml"]));

    /// <summary>Sections of other languages are theirs to judge.</summary>
    private static ObjectRule Language(Rule csharp) => new ObjectRule()
        .With("csharp", csharp)
        .With("go", Anything).With("nodejs", Anything).With("python", Anything).With("java", Anything).With("yaml", Anything);

    [GeneratedRegex(@"^[a-zA-Z][-a-zA-Z0-9_]*\z")]
    private static partial Regex PackageNamePattern();

    [GeneratedRegex(@"^([a-z][a-z0-9]*)(-[a-z0-9]+)*\z")]
    private static partial Regex NamespacePattern();

    [GeneratedRegex(@"^[a-zA-Z][-a-zA-Z0-9_]*:([^0-9][a-zA-Z0-9._/-]*)?:[^0-9][a-zA-Z0-9._/]*\z")]
    private static partial Regex TokenPattern();

    [GeneratedRegex(@"^[a-zA-Z][-a-zA-Z0-9_]*:([^0-9][a-zA-Z0-9._/-]*)?:[^0-9][a-zA-Z0-9._/-]*\z")]
    private static partial Regex FunctionTokenPattern();

    [GeneratedRegex(@"^v?(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?\z")]
    private static partial Regex VersionPattern();

    [GeneratedRegex(@"^.")]
    private static partial Regex NonEmptyPattern();
}
