using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Schema.Package;

/// <summary>What the generators of each language need to know.</summary>
internal static class Languages
{
    private static readonly (string Module, string Namespace)[] s_namespaces =
    [
        ("cloudupdate", "CloudUpdate"),
        ("csms", "Csms"),
        ("css", "Css"),
        ("eventgrid", "EventGrid"),
        ("globalaccelerator", "GlobalAccelerator"),
        ("mongodbatlas", "MongoDbAtlas"),
    ];

    /// <summary>The C# namespace of a module, under <c>Pulumi.CloudUpdate</c>.</summary>
    public static string Namespace(string module) => s_namespaces.Single(pair => pair.Module == module).Namespace;

    /// <summary>The section.</summary>
    public static JObject Write() => new(
        new JProperty("csharp", new JObject(
            new JProperty("namespaces", new JObject(s_namespaces.Select(pair => new JProperty(pair.Module, pair.Namespace)))),
            new JProperty("packageReferences", new JObject(new JProperty("Pulumi", "3.112.1"))),
            new JProperty("respectSchemaVersion", true))),
        new JProperty("go", new JObject(
            new JProperty("importBasePath", "github.com/cloudupdate/pulumi-cloudupdate/sdk/go/cloudupdate"),
            new JProperty("generateResourceContainerTypes", true),
            new JProperty("respectSchemaVersion", true))),
        new JProperty("nodejs", new JObject(
            new JProperty("packageName", "@cloudupdate/pulumi-cloudupdate"),
            new JProperty("respectSchemaVersion", true))),
        new JProperty("python", new JObject(
            new JProperty("packageName", "pulumi_cloudupdate"),
            new JProperty("pyproject", new JObject(new JProperty("enabled", true))),
            new JProperty("respectSchemaVersion", true))));
}
