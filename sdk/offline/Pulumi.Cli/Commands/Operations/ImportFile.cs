using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Pulumi.Cli.Hosting;
using Pulumi.Cli.Parsing;
using Pulumi.Engine;
using Pulumi.Engine.Backend;
using Pulumi.Engine.Deployment;
using Pulumi.Engine.State;

namespace Pulumi.Cli.Commands.Operations;

/// <summary>The file of <c>pulumi import --file</c>.</summary>
internal static class ImportFile
{
    private const string Placeholder = "<PLACEHOLDER>";

    public static ImmutableArray<ImportRequest> Read(string path, StackReference stack, bool protect)
    {
        if (!File.Exists(path))
        {
            throw CommandException.General($"could not open import file: {path} does not exist");
        }

        var document = JsonText.ParseObject(File.ReadAllText(path), path);
        var entries = (document["resources"] as JArray ?? []).OfType<JObject>().ToList();
        var names = (document["nameTable"] as JObject ?? []).Properties().ToDictionary(entry => entry.Name, entry => (string)entry.Value!);
        foreach (var entry in entries)
        {
            // A resource of the file may be the parent of those behind it.
            names.TryAdd(Required(entry, "name"), Urn.Create(stack.Name, stack.Project, Lookup(entry, "parent", names), Required(entry, "type"), LogicalName(entry)));
        }

        return [.. entries.Select(entry => Request(entry, names, protect))];
    }

    private static ImportRequest Request(JObject entry, Dictionary<string, string> names, bool protect)
    {
        if ((bool?)entry["component"] == true || (bool?)entry["remote"] == true)
        {
            throw CommandException.Usage(Refusals.Sentence("import of components"));
        }

        var id = Required(entry, "id");
        return id == Placeholder
            ? throw CommandException.General($"the import file has no id yet for '{Required(entry, "name")}': replace {Placeholder}")
            : new ImportRequest(Required(entry, "type"), LogicalName(entry), id)
            {
                Parent = Lookup(entry, "parent", names) ?? string.Empty,
                Provider = Lookup(entry, "provider", names) ?? string.Empty,
                Version = (string?)entry["version"] ?? string.Empty,
                Properties = entry["properties"] is JArray properties ? [.. properties.Select(property => (string)property!)] : [],
                Protect = protect,
            };
    }

    private static string LogicalName(JObject entry) => (string?)entry["logicalName"] ?? Required(entry, "name");

    private static string? Lookup(JObject entry, string field, Dictionary<string, string> names) => (string?)entry[field] switch
    {
        null or "" => null,
        var name when names.TryGetValue(name, out var urn) => urn,
        var name => throw CommandException.General($"the import file names an unknown {field}: '{name}' is neither in the nameTable nor a resource further up"),
    };

    private static string Required(JObject entry, string field) => (string?)entry[field] is { Length: > 0 } text
        ? text
        : throw CommandException.General($"the import file holds a resource without '{field}'");
}
