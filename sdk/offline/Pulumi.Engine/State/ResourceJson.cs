using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using Newtonsoft.Json.Linq;

namespace Pulumi.Engine.State;

/// <summary>Resources in the JSON form of state files.</summary>
internal static class ResourceJson
{
    private static readonly ImmutableHashSet<string> Known =
    [
        "urn", "type", "custom", "delete", "id", "inputs", "outputs", "parent", "protect", "external", "retainOnDelete", "pendingReplacement",
        "refreshBeforeUpdate", "dependencies", "propertyDependencies", "initErrors", "provider", "additionalSecretOutputs", "aliases",
        "customTimeouts", "importID", "deletedWith", "created", "modified", "sourcePosition", "ignoreChanges", "replaceOnChanges", "hideDiff",
    ];

    public static JObject Write(ResourceState state, PropertyJsonWriter values)
    {
        var result = new JObject { ["urn"] = state.Urn, ["custom"] = state.Custom };
        Flag(result, "delete", state.Delete);
        Text(result, "id", state.Id);
        result["type"] = state.Type;
        Map(result, "inputs", state.Inputs, values, Location(state, "inputs"));
        Map(result, "outputs", state.Outputs, values, Location(state, "outputs"));
        Text(result, "parent", state.Parent);
        Flag(result, "protect", state.Protect);
        Flag(result, "external", state.External);
        List(result, "dependencies", state.Dependencies);
        List(result, "initErrors", state.InitErrors);
        Text(result, "provider", state.Provider);
        if (!state.PropertyDependencies.IsEmpty)
        {
            result["propertyDependencies"] = new JObject(state.PropertyDependencies.Select(entry => new JProperty(entry.Key, new JArray(entry.Value))));
        }

        Flag(result, "pendingReplacement", state.PendingReplacement);
        List(result, "additionalSecretOutputs", state.AdditionalSecretOutputs);
        if (state.CustomTimeouts is { } timeouts)
        {
            result["customTimeouts"] = Timeouts(timeouts);
        }

        Text(result, "importID", state.ImportId);
        Flag(result, "retainOnDelete", state.RetainOnDelete);
        Text(result, "deletedWith", state.DeletedWith);
        Time(result, "created", state.Created);
        Time(result, "modified", state.Modified);
        Text(result, "sourcePosition", state.SourcePosition);
        List(result, "ignoreChanges", state.IgnoreChanges);
        List(result, "replaceOnChanges", state.ReplaceOnChanges);
        List(result, "hideDiff", state.HideDiffs);
        Flag(result, "refreshBeforeUpdate", state.RefreshBeforeUpdate);
        foreach (var other in state.OtherKeys?.Properties() ?? [])
        {
            result[other.Name] = other.Value.DeepClone();
        }

        return result;
    }

    public static ResourceState Read(JObject json, PropertyJsonReader values)
    {
        var urn = Required(json, "urn");
        var state = new ResourceState
        {
            Urn = urn,
            Type = Required(json, "type"),
            Custom = Flag(json, "custom"),
            Delete = Flag(json, "delete"),
            Id = Text(json, "id"),
            Parent = Text(json, "parent"),
            Protect = Flag(json, "protect"),
            External = Flag(json, "external"),
            RetainOnDelete = Flag(json, "retainOnDelete"),
            PendingReplacement = Flag(json, "pendingReplacement"),
            RefreshBeforeUpdate = Flag(json, "refreshBeforeUpdate"),
            Dependencies = List(json["dependencies"]),
            PropertyDependencies = (json["propertyDependencies"] as JObject ?? []).Properties()
                .ToImmutableSortedDictionary(entry => entry.Name, entry => List(entry.Value), StringComparer.Ordinal),
            InitErrors = List(json["initErrors"]),
            Provider = Text(json, "provider"),
            AdditionalSecretOutputs = List(json["additionalSecretOutputs"]),
            Aliases = List(json["aliases"]),
            CustomTimeouts = json["customTimeouts"] is JObject { Count: > 0 } timeouts ? Timeouts(timeouts) : null,
            ImportId = Text(json, "importID"),
            DeletedWith = Text(json, "deletedWith"),
            Created = JsonText.ParseTime((string?)json["created"]),
            Modified = JsonText.ParseTime((string?)json["modified"]),
            SourcePosition = Text(json, "sourcePosition"),
            IgnoreChanges = List(json["ignoreChanges"]),
            ReplaceOnChanges = List(json["replaceOnChanges"]),
            HideDiffs = List(json["hideDiff"]),
            OtherKeys = Others(json),
        };
        return state with
        {
            Inputs = values.ReadMap(json["inputs"], Location(state, "inputs")),
            Outputs = values.ReadMap(json["outputs"], Location(state, "outputs")),
        };
    }

    private static string Location(ResourceState state, string section) => $"{state.Urn} {state.Id} {section}";

    private static JObject? Others(JObject json)
    {
        var others = json.Properties().Where(member => !Known.Contains(member.Name)).ToList();
        return others.Count == 0 ? null : new JObject(others.Select(member => new JProperty(member.Name, member.Value.DeepClone())));
    }

    private static JObject Timeouts(CustomTimeouts timeouts)
    {
        var result = new JObject { ["create"] = JsonText.Number(timeouts.Create), ["update"] = JsonText.Number(timeouts.Update), ["delete"] = JsonText.Number(timeouts.Delete) };
        if (timeouts.Read != 0)
        {
            result["read"] = JsonText.Number(timeouts.Read);
        }

        return result;
    }

    private static CustomTimeouts Timeouts(JObject json) => new(Seconds(json, "create"), Seconds(json, "update"), Seconds(json, "delete"), Seconds(json, "read"));

    private static double Seconds(JObject json, string name) => (double?)json[name] ?? 0;

    private static string Required(JObject json, string name) => Text(json, name) is { Length: > 0 } text
        ? text
        : throw new EngineException(EngineErrorKind.InvalidSnapshot, $"the state holds a resource without '{name}'");

    private static string Text(JObject json, string name) => (string?)json[name] ?? string.Empty;

    private static bool Flag(JObject json, string name) => (bool?)json[name] ?? false;

    private static ImmutableArray<string> List(JToken? token) => token is JArray list ? [.. list.Select(item => (string)item!)] : [];

    private static void Text(JObject json, string name, string value)
    {
        if (value.Length > 0)
        {
            json[name] = value;
        }
    }

    private static void Flag(JObject json, string name, bool value)
    {
        if (value)
        {
            json[name] = true;
        }
    }

    private static void List(JObject json, string name, ImmutableArray<string> values)
    {
        if (!values.IsDefaultOrEmpty)
        {
            json[name] = new JArray(values);
        }
    }

    private static void Map(JObject json, string name, PropertyMap map, PropertyJsonWriter values, string location)
    {
        if (map.Count > 0)
        {
            json[name] = values.Write(map, location);
        }
    }

    private static void Time(JObject json, string name, DateTimeOffset? time)
    {
        if (time is { } moment)
        {
            json[name] = JsonText.Time(moment);
        }
    }
}
