using CloudUpdate.CodeGen.Diagnostics;
using CloudUpdate.CodeGen.Tests.Support;

namespace CloudUpdate.CodeGen.Tests.Binding;

/// <summary>What is wrong with a schema, and where.</summary>
internal sealed class DiagnosticTests
{
    private static IEnumerable<TestCaseData> Broken()
    {
        // The document.
        yield return Case("no JSON", "{", "#: not a JSON document: ");
        yield return Case("no JSON: comment", """{ "name": "acme" /* no */ }""", "#: not a JSON document: ");
        yield return Case("no object", "[]", "#: expected object, but got array");
        yield return Case("duplicate key", """{ "name": "acme", "name": "acme" }""", "#: not a JSON document: ");
        yield return Case("half a character", """{ "name": "acme", "description": "\ud800" }""", "#/description: not valid Unicode text");
        yield return Case("no name", "{}", "#: missing property 'name'");
        yield return Case("reserved name", """{ "name": "pulumi" }""", "#/name: invalid package name 'pulumi' (package names 'pulumi' and 'input' are reserved)");
        yield return Case("malformed name", """{ "name": "1st" }""", "#/name: '1st' does not match pattern");
        yield return Package("malformed version", """ "version": "1.2" """, "#/version: '1.2' does not match pattern");
        yield return Package("packing without version", """ "meta": { "supportPack": true } """, "#/version: version must be provided when package supports packing");
        yield return Package("module format", """ "meta": { "moduleFormat": "(" } """, "#/meta/moduleFormat: failed to compile regex: ");
        yield return Package("module format with look-ahead", """ "meta": { "moduleFormat": "(?=a)" } """, "#/meta/moduleFormat: failed to compile regex: ");
        yield return Package("wrong type", """ "description": 3 """, "#/description: expected string, but got number");
        yield return Package("unknown compatibility", """ "language": { "csharp": { "compatibility": "x" } } """, "#/language/csharp/compatibility: value must be one of");
        yield return Package("namespace", """ "language": { "csharp": { "rootNamespace": "no-namespace" } } """, "#/language/csharp: 'no-namespace.Acme' is not a C# namespace");

        // Tokens.
        yield return Types("two parts", """ "acme:Part": { "type": "object" } """, "#/types/acme:Part: invalid token 'acme:Part' (should have three parts)");
        yield return Types("other package", """ "other:index:Part": { "type": "object" } """, "#/types/other:index:Part: invalid token 'other:index:Part' (must have package name 'acme')");
        yield return Types("root provider", """ "acme:index:Provider": { "type": "object" } """, "(provider is a reserved word for the root module)");
        yield return Types("below index", """ "acme:index/a:Part": { "type": "object" } """, "#/types/acme:index%2Fa:Part: invalid token 'acme:index/a:Part' (nested modules under index are not allowed)");
        yield return Types("blank", """ "acme:index:A B": { "type": "object" } """, "#/types/acme:index:A%20B: type name must contain only printable, non-whitespace characters (found U+0020)");
        yield return Types("reserved type", """ "acme:mod:pulumi": { "type": "object" } """, "#/types/acme:mod:pulumi: pulumi is a reserved name, cannot name type");
        yield return Package("reserved resource", """ "resources": { "acme:mod:pulumi": {} } """, "#/resources/acme:mod:pulumi: pulumi is a reserved name, cannot name resource");
        yield return Package("reserved function", """ "functions": { "acme:mod:pulumi": {} } """, "#/functions/acme:mod:pulumi: pulumi is a reserved name, cannot name function");
        yield return Package("function of pulumi", """ "functions": { "pulumi:other:x": {} } """, "#/functions/pulumi:other:x: invalid token 'pulumi:other:x' (must have a module name in [providers])");
        yield return Package("case", """ "resources": { "acme:index:Thing": {}, "acme:index:THING": {} } """, "#/resources/acme:index:THING: multiple tokens map to acme:index:thing (the others are #/resources/acme:index:Thing)");
        yield return Package("module format folds", """ "meta": { "moduleFormat": "(.*)(?:/[^/]*)" }, "resources": { "acme:a/x:Thing": {}, "acme:a/y:Thing": {} } """, "multiple tokens map to acme:a:thing");
        yield return Package("module", """ "resources": { "acme:index:Mod": {}, "acme:mod/sub:Thing": {} } """, "#/resources/acme:index:Mod: token collides with module mod");

        // Properties.
        yield return Property("reserved property", """ "pulumi": { "type": "string" } """, "/pulumi: pulumi is a reserved property name");
        yield return Property("blank in property", """ "a b": { "type": "string" } """, "/a%20b: property name must contain only printable, non-whitespace characters (found U+0020)");
        yield return Property("no identifier", """ "$ref": { "type": "string" } """, "'$ref' is not a C# identifier; give the property another name with language.csharp.name");
        yield return Property("same name twice", """ "aB": { "type": "string" }, "a-b": { "type": "string" } """, "#/resources/acme:index:Thing/inputProperties/aB: property 'a-b' is called AB too");
        yield return Resource("unknown required", """ "required": ["x"] """, "#/resources/acme:index:Thing/required/0: unknown required property \"x\"");
        yield return Resource("unknown required input", """ "requiredInputs": ["x"] """, "#/resources/acme:index:Thing/requiredInputs/0: unknown required property \"x\"");
        yield return Package("unknown required setting", """ "config": { "defaults": ["x"] } """, "#/config/defaults/0: unknown required property \"x\"");
        yield return Resource("id among state", """ "stateInputs": { "properties": { "id": { "type": "string" } } } """, "#/resources/acme:index:Thing/stateInputs/properties/id: id is a reserved property name for stateInputs");
        yield return Package("version of provider", """ "provider": { "inputProperties": { "version": { "type": "string" } } } """, "#/provider/properties/version: version is a reserved provider input property name");
        yield return Resource("plain list", """ "plain": ["x"] """, "#/resources/acme:index:Thing/plain: plain has been removed; property types must be marked as plain instead");
        yield return Resource("plain inputs", """ "plainInputs": ["x"] """, "#/resources/acme:index:Thing/plainInputs: plainInputs has been removed; individual property types must be marked as plain instead");

        // Types.
        yield return Input("no type", "", ": a type needs 'type', '$ref' or 'oneOf'");
        yield return Input("unknown type", """ "type": "text" """, "/type: unknown type kind 'text'");
        yield return Input("list of nothing", """ "type": "array" """, ": missing \"items\" property in array type spec");
        yield return Input("primitive with items", """ "type": "string", "items": { "type": "string" } """, "/items: not allowed in a primitive type");
        yield return Input("map with items", """ "type": "object", "items": { "type": "string" } """, "/items: not allowed in a map type");
        yield return Input("reference with items", """ "$ref": "pulumi.json#/Any", "items": { "type": "string" } """, "/items: not allowed in a reference");
        yield return Input("union of one", """ "oneOf": [{ "type": "string" }] """, "/oneOf: minimum 2 items required, but found 1 items");
        yield return Input("union type", """ "oneOf": [{ "type": "string" }, { "type": "integer" }], "type": "array" """, "/type: unknown primitive type 'array'");
        yield return Input("discriminator", """ "oneOf": [{ "type": "string" }, { "type": "integer" }], "discriminator": {} """, "/discriminator: missing property 'propertyName'");
        yield return Input("deep inside", """ "type": "array", "items": { "type": "object", "additionalProperties": { "type": "text" } } """, "/items/additionalProperties/type: unknown type kind 'text'");
        yield return Input("dangling", """ "$ref": "#/types/acme:index:None" """, "/$ref: type acme:index:None not found in package acme");
        yield return Input("dangling resource", """ "$ref": "#/resources/acme:index:None" """, "/$ref: resource type acme:index:None not found in package acme");
        yield return Input("odd fragment", """ "$ref": "#/things/acme:index:None" """, "/$ref: invalid type reference '#/things/acme:index:None'");
        yield return Input("provider with token", """ "$ref": "#/provider/x" """, "/$ref: invalid provider reference '#/provider/x'");
        yield return Input("odd path", """ "$ref": "schema.json#/types/x" """, "/$ref: failed to parse path 'schema.json'");
        yield return Types("enum type", """ "acme:index:E": { "type": "array", "enum": [] } """, "#/types/acme:index:E/type: enums may only be of type string, integer, number or boolean");
        yield return Types("enum value", """ "acme:index:E": { "type": "integer", "enum": [{ "value": 1.5 }] } """, "#/types/acme:index:E/enum/0/value: invalid constant of type number for integer enum");
        yield return Types("enum value type", """ "acme:index:E": { "type": "string", "enum": [{ "value": 1 }] } """, "#/types/acme:index:E/enum/0/value: invalid constant of type number for string enum");
        yield return Types("enum without value", """ "acme:index:E": { "type": "string", "enum": [{ "name": "A" }] } """, "#/types/acme:index:E/enum/0: missing property 'value'");
        yield return Types("enum without values", """ "acme:index:E": { "type": "string" } """, "#/types/acme:index:E: missing property 'enum'");
        yield return Types("enum name", """ "acme:index:E": { "type": "string", "enum": [{ "value": "+" }] } """, "#/types/acme:index:E/enum/0: enum name '+' is not a valid identifier");
        yield return Types("enum names", """ "acme:index:E": { "type": "string", "enum": [{ "value": "a b" }, { "value": "a_b" }] } """, "#/types/acme:index:E/enum/1: two members of the enum would be named A_b; give one of them a 'name'");
        yield return Types("no type key", """ "acme:index:E": {} """, "#/types/acme:index:E: missing property 'type'");
        yield return Types(
            "cycle",
            """ "acme:index:A": { "type": "object", "properties": { "b": { "$ref": "#/types/acme:index:B" } }, "required": ["b"] }, "acme:index:B": { "type": "object", "properties": { "a": { "$ref": "#/types/acme:index:A" } }, "required": ["a"] } """,
            "#/types/acme:index:A: object type has unsatisfiable required-property cycle: acme:index:A -> acme:index:B -> acme:index:A");

        // Constants and defaults.
        yield return Input("constant type", """ "type": "string", "const": 1 """, "/const: invalid constant of type number for string constant");
        yield return Input("constant of enum", """ "$ref": "#/types/acme:index:Color", "const": "red" """, "/const: type acme:index:Color cannot have a constant value; only booleans");
        yield return Input("default type", """ "type": "boolean", "default": "true" """, "/default: invalid constant of type string for boolean default");
        yield return Input("default range", """ "type": "integer", "default": 2147483648 """, "/default: invalid constant of type number for integer default");
        yield return Input("default infinite", """ "type": "number", "default": 1e999 """, "/default: invalid constant of type number for number default");
        yield return Input("default of list", """ "type": "array", "items": { "type": "string" }, "default": "x" """, "/default: type Array<Input<string>> cannot have a constant value");
        yield return Input("default of union", """ "oneOf": [{ "type": "integer" }, { "type": "boolean" }], "default": "x" """, "/default: invalid constant of type string for Union<Input<integer>, Input<boolean>> default");
        yield return Input("default object", """ "type": "string", "default": {} """, "/default: expected boolean, number or string, but got object");
        yield return Input("default of enum", """ "$ref": "#/types/acme:index:Color", "default": "blue" """, "/default: 'blue' is not a value of enum acme:index:Color");
        yield return Input("enum from environment", """ "$ref": "#/types/acme:index:Color", "defaultInfo": { "environment": ["A"] } """, "/defaultInfo: a value of enum acme:index:Color cannot be read from the environment");
        yield return Input("no environment", """ "type": "string", "defaultInfo": { "environment": [] } """, "/default: Default must specify an environment");

        // Functions.
        yield return Function("positions without inputs", """ "multiArgumentInputs": ["a"] """, "#/functions/acme:index:find/multiArgumentInputs: cannot specify multi-argument inputs without specifying inputs");
        yield return Function("unknown position", """ "inputs": { "properties": {} }, "multiArgumentInputs": ["a"] """, "/multiArgumentInputs/0: multiArgumentInputs[0] refers to non-existent property \"a\"");
        yield return Function("missing position", """ "inputs": { "properties": { "a": { "type": "string" }, "b": { "type": "string" } } }, "multiArgumentInputs": ["a"] """, "/multiArgumentInputs: property \"b\" not specified by multiArgumentInputs");
        yield return Function("position twice", """ "inputs": { "properties": { "a": { "type": "string" } } }, "multiArgumentInputs": ["a", "a"] """, "/multiArgumentInputs/1: multiArgumentInputs[1] repeats property \"a\"");

        // Cross references in descriptions.
        yield return Package("reference to nothing", """ "description": "{{% ref #/resources/acme:index:None %}}" """, "#/description: reference to resource 'acme:index:None' not found in package acme");
        yield return Resource("reference to no property", """ "description": "{{% ref #/resources/acme:index:Thing/properties/none %}}" """, "#/resources/acme:index:Thing/description: property 'none' not found on resource 'acme:index:Thing'");
        yield return Resource("odd reference", """ "deprecationMessage": "{{% ref #/things/x %}}" """, "#/resources/acme:index:Thing/deprecationMessage: invalid doc ref: #/things/x");
        yield return Function("reference to no input", """ "description": "{{% ref #/functions/acme:index:find/inputs/properties/x %}}" """, "property 'x' not found on function 'acme:index:find'");

        // Names that C# cannot tell apart.
        yield return Package("two files", """ "resources": { "acme:a:Thing": {}, "acme:b:Thing": {} }, "language": { "csharp": { "namespaces": { "a": "Same", "b": "Same" } } } """, "#/resources/acme:b:Thing: both this and #/resources/acme:a:Thing would be written to Same/Thing.cs");

        yield return Package("two types", """ "types": { "acme:index:Thing": { "type": "string", "enum": [{ "value": "a" }] } }, "resources": { "acme:index:Thing": {} } """, "#/types/acme:index:Thing: both this and #/resources/acme:index:Thing would be called Pulumi.Acme.Thing");
        yield return Package("args of one, name of another", """ "resources": { "acme:index:Thing": {}, "acme:index:ThingArgs": {} } """, "would be called Pulumi.Acme.ThingArgs");
        yield return Package("dotted package", """ "language": { "csharp": { "namespaces": { "acme": "A.B" } } } """, "#/language/csharp/namespaces/acme: 'A.B' is not a C# identifier");

        // What other generators do and this one does not.
        yield return Resource("methods", """ "methods": { "m": "acme:index:Thing/m" } """, "#/resources/acme:index:Thing/methods: methods are not supported by this generator");
        yield return Package("methods of the provider", """ "functions": { "pulumi:providers:acme/m": {} } """, "#/functions/pulumi:providers:acme%2Fm: methods of the provider are not supported by this generator");
        yield return Resource("overlay", """ "isOverlay": true """, "#/resources/acme:index:Thing/isOverlay: overlays are not supported by this generator");
        yield return Types("overlaid type", """ "acme:index:Part": { "type": "object", "isOverlay": true } """, "#/types/acme:index:Part/isOverlay: overlays are not supported by this generator");
        yield return Function("overlaid function", """ "isOverlay": true """, "#/functions/acme:index:find/isOverlay: overlays are not supported by this generator");
        yield return Input("foreign type", """ "$ref": "/other/v1.0.0/schema.json#/types/other:index:X" """, "/$ref: references to other packages are not supported by this generator: '/other/v1.0.0/schema.json#/types/other:index:X'");
        yield return Package("parameterized", """ "parameterization": {} """, "#/parameterization: parameterized packages are not supported by this generator");
        yield return Package("extension", """ "extensionParameterization": {} """, "#/extensionParameterization: extension packages are not supported by this generator");
        yield return Package("Kubernetes", """ "language": { "csharp": { "compatibility": "kubernetes20" } } """, "#/language/csharp/compatibility: the compatibility mode kubernetes20 is not supported by this generator");
        yield return Types("enum of booleans", """ "acme:index:E": { "type": "boolean", "enum": [{ "value": true }] } """, "#/types/acme:index:E/type: enums of type boolean are not supported by this generator");
        yield return Case("YAML", "name: acme\nversion: 1.0.0\n", "#: not a JSON document: ");
    }

    private static IEnumerable<TestCaseData> Odd()
    {
        yield return Package("unknown key", """ "licence": "Apache-2.0" """, "#/licence: unknown key, ignored");
        yield return Resource("unknown key of a resource", """ "component": true """, "#/resources/acme:index:Thing/component: unknown key, ignored");
        yield return Resource("urn", """ "properties": { "urn": { "type": "string" } } """, "#/resources/acme:index:Thing/properties/urn: urn is a reserved property name");
        yield return Resource("id", """ "properties": { "id": { "type": "string" } } """, "#/resources/acme:index:Thing/properties/id: id is a reserved property name for resources");
        yield return Resource("property called like its class", """ "properties": { "thing": { "type": "string" } } """, "#/resources/acme:index:Thing/properties/thing: the code will not compile: a property cannot be called like its class, Thing");
        yield return Resource("property called like a method", """ "properties": { "get": { "type": "string" } } """, "#/resources/acme:index:Thing/properties/get: the code will not compile: Thing has another member called Get");
        yield return Resource("argument called empty", """ "inputProperties": { "empty": { "type": "string" } } """, "#/resources/acme:index:Thing/inputProperties/empty: the code will not compile: ThingArgs has another member called Empty");
        yield return Package("member called like its enum", Schemas.Types(""" "acme:index:E": { "type": "string", "enum": [{ "value": "e" }] } """), "#/types/acme:index:E/enum/0: the code will not compile: E has another member called E; give this one a 'name'");
        yield return Input("provider by token", """ "$ref": "#/resources/pulumi:providers:acme" """, "/$ref: reference to provider resource '/resources/pulumi:providers:acme' is deprecated, use '#/provider' instead");
        yield return Resource(
            "recursion under replaceOnChanges",
            """ "properties": { "part": { "$ref": "#/types/acme:index:Part" } } """,
            "#/resources/acme:index:Thing: replaceOnChanges is incomplete: found recursive object \"acme:index:Part\"",
            Schemas.Types(Schemas.Part(""" "name": { "type": "string", "replaceOnChanges": true }, "inner": { "$ref": "#/types/acme:index:Part" } """)));
    }

    [TestCaseSource(nameof(Broken))]
    public void Generate_Broken_ErrorWithPath(string schema, string expected) =>
        Assert.That(Generated.Errors(schema), Has.All.StartsWith("error: #").And.Some.Contains(expected));

    [TestCaseSource(nameof(Odd))]
    public void Generate_Odd_WarningWithPathAndFiles(string schema, string expected)
    {
        var result = SdkGenerator.Generate(schema);

        Assert.That(result.Files, Is.Not.Null);
        Assert.That(result.Diagnostics, Has.Some.Matches<Diagnostic>(item => item.Severity == Severity.Warning && item.ToString().Contains(expected, StringComparison.Ordinal)));
    }

    [Test]
    public void Generate_SeveralMistakes_AllReportedAtOnce() => Assert.That(
        Generated.Errors(Schemas.Resource(
            """ "inputProperties": { "a": { "type": "text" }, "b": { "$ref": "#/types/acme:index:None" } }, "required": ["c"], "methods": { "m": "x" } """,
            """ "license": 1 """)),
        Is.EquivalentTo(new[]
        {
            "error: #/license: expected string, but got number",
            "error: #/resources/acme:index:Thing/inputProperties/a/type: unknown type kind 'text'",
            "error: #/resources/acme:index:Thing/inputProperties/b/$ref: type acme:index:None not found in package acme",
            "error: #/resources/acme:index:Thing/required/0: unknown required property \"c\"",
            "error: #/resources/acme:index:Thing/methods: methods are not supported by this generator",
        }));

    private static TestCaseData Case(string name, string schema, string expected) => new TestCaseData(schema, expected).SetArgDisplayNames(name);

    private static TestCaseData Package(string name, string keys, string expected) => Case(name, Schemas.Package(keys), expected);

    private static TestCaseData Types(string name, string types, string expected) => Package(name, Schemas.Types(types), expected);

    private static TestCaseData Resource(string name, string spec, string expected, string keys = "") => Case(name, Schemas.Resource(spec, keys), expected);

    private static TestCaseData Property(string name, string inputs, string expected) => Resource(name, $$""" "inputProperties": { {{inputs}} } """, expected);

    private static TestCaseData Input(string name, string spec, string expected) =>
        Case(name, Schemas.Property(spec, types: Schemas.Color), $"#/resources/acme:index:Thing/inputProperties/it{expected}");

    private static TestCaseData Function(string name, string spec, string expected) => Case(name, Schemas.Function(spec), expected);
}
