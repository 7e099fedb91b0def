using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Schema.Package;

/// <summary>Writes a package schema: the same bytes for the same model.</summary>
internal static class PackageSchema
{
    /// <summary>Name of the package.</summary>
    public const string Name = "cloudupdate";

    /// <summary>The schema as JSON, indented, with a final line feed.</summary>
    public static string Write(PackageModel model)
    {
        var types = new TypeTable();
        var resources = Sorted(model.Resources.Select(entry => new JProperty(entry.Token, Resource(entry, types))));
        var functions = Sorted(model.Functions.Select(entry => new JProperty(entry.Token, Function(entry, types))));
        var provider = Provider(model, types);
        var document = new JObject(
            new JProperty("name", Name),
            new JProperty("displayName", "CloudUpdate"),
            new JProperty("version", model.Version),
            new JProperty("description", "Adopts cloud objects that exist, updates them with the smallest change, and can put everything back."),
            new JProperty("keywords", new JArray("pulumi", "cloudupdate", "huaweicloud", "mongodbatlas", "category/cloud", "kind/native")),
            new JProperty("license", "Apache-2.0"),
            new JProperty("publisher", "CloudUpdate"),
            new JProperty("language", Languages.Write()),
            new JProperty("config", new JObject(new JProperty("variables", PropertySpecs.Map(model.Config, string.Empty, types)))),
            new JProperty("types", types.Write()),
            new JProperty("provider", provider),
            new JProperty("resources", resources),
            new JProperty("functions", functions));
        return document.ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n";
    }

    private static JObject Provider(PackageModel model, TypeTable types) => new(
        new JProperty("description", "The provider: how its clouds are reached. Every key may also stand in the environment; see each."),
        new JProperty("properties", PropertySpecs.Map(model.Config, string.Empty, types)),
        new JProperty("inputProperties", PropertySpecs.Map(model.Config, string.Empty, types)));

    private static JObject Resource(ResourceEntry entry, TypeTable types)
    {
        var module = Tokens.Module(entry.Token);
        var json = new JObject(
            new JProperty("description", entry.Description),
            new JProperty("properties", PropertySpecs.Map(entry.Outputs, module, types)),
            new JProperty("required", PropertySpecs.Names(entry.Outputs.Where(output => output.AlwaysPresent))),
            new JProperty("inputProperties", PropertySpecs.Map(entry.Inputs, module, types, asInputs: true)));
        return WithNames(json, "requiredInputs", PropertySpecs.Names(entry.Inputs.Where(input => input.Required)));
    }

    private static JObject Function(FunctionEntry entry, TypeTable types)
    {
        var module = Tokens.Module(entry.Token);
        return new JObject(
            new JProperty("description", entry.Description),
            new JProperty("inputs", Object(entry.Inputs, module, types, input => input.Required)),
            new JProperty("outputs", Object(entry.Outputs, module, types, output => output.AlwaysPresent)));
    }

    private static JObject Object(
        IEnumerable<PropertyDefinition> properties, string module, TypeTable types, Func<PropertyDefinition, bool> isRequired)
    {
        var list = properties.ToList();
        var json = new JObject(new JProperty("type", "object"), new JProperty("properties", PropertySpecs.Map(list, module, types)));
        return WithNames(json, "required", PropertySpecs.Names(list.Where(isRequired)));
    }

    internal static JObject WithNames(JObject json, string key, JArray names)
    {
        if (names.Count > 0)
        {
            json[key] = names;
        }

        return json;
    }

    internal static JObject Sorted(IEnumerable<JProperty> members) => new(members.OrderBy(member => member.Name, StringComparer.Ordinal));
}
