namespace CloudUpdate.CodeGen.Tests.Support;

/// <summary>Small schemas of a package called acme.</summary>
internal static class Schemas
{
    /// <summary>A package with further top-level keys.</summary>
    public static string Package(string keys = "") => $$"""{ "name": "acme"{{(keys.Length > 0 ? ", " : "")}}{{keys}} }""";

    /// <summary>A package with the resource <c>acme:index:Thing</c>, whose specification is given.</summary>
    public static string Resource(string spec, string keys = "") =>
        Package($$"""{{(keys.Length > 0 ? keys + "," : "")}} "resources": { "acme:index:Thing": { {{spec}} } }""");

    /// <summary>A package with a resource that has one property, as input and output, called <c>it</c>.</summary>
    public static string Property(string spec, bool isRequired = false, string types = "") => Resource(
        $$"""
        "inputProperties": { "it": { {{spec}} } }, "properties": { "it": { {{spec}} } },
        "requiredInputs": [{{(isRequired ? "\"it\"" : "")}}], "required": [{{(isRequired ? "\"it\"" : "")}}]
        """,
        Types(types));

    /// <summary>A package with the function <c>acme:index:find</c>, whose specification is given.</summary>
    public static string Function(string spec, string keys = "") =>
        Package($$"""{{(keys.Length > 0 ? keys + "," : "")}} "functions": { "acme:index:find": { {{spec}} } }""");

    /// <summary>The key for named types.</summary>
    public static string Types(string types) => types.Length == 0 ? "" : $$""" "types": { {{types}} } """;

    /// <summary>A structure called <c>Part</c> with the given properties.</summary>
    public static string Part(string properties = """ "name": { "type": "string" } """) =>
        $$""" "acme:index:Part": { "type": "object", "properties": { {{properties}} } } """;

    /// <summary>An enum of strings called <c>Color</c>.</summary>
    public const string Color = """ "acme:index:Color": { "type": "string", "enum": [{ "value": "red" }, { "value": "green" }] } """;
}
