using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds.Atlas;

/// <summary>What a PATCH makes of a connection. Top-level members that are left out stay; maps are replaced as a whole.</summary>
internal static class ConnectionMerge
{
    private static readonly string[] ReadOnly = ["id", "state", "links", "name", "type", "region"];

    public static JObject Apply(JObject stored, JObject body, EmulatorSettings settings)
    {
        var result = (JObject)stored.DeepClone();
        foreach (var (name, value) in body)
        {
            if (ReadOnly.Contains(name))
            {
                continue;
            }

            if (value is null or { Type: JTokenType.Null })
            {
                result.Remove(name);
            }
            else if (ConnectionRules.Maps.Contains(name))
            {
                SetMap(result, name, (JObject)value, settings);
            }
            else
            {
                result[name] = Nested(stored[name], value, settings);
            }
        }

        return result;
    }

    /// <summary>A create body as it is kept.</summary>
    public static JObject New(JObject body, EmulatorSettings settings)
    {
        var data = Apply([], body, settings);
        data["name"] = body["name"]!.DeepClone();
        data["type"] = body["type"]!.DeepClone();
        if (body["region"] is { Type: JTokenType.String } region)
        {
            data["region"] = region.DeepClone();
        }

        return data;
    }

    /// <summary>The networking in force in a form that can be compared: what was left out is public.</summary>
    public static JObject Networking(JToken? networking)
    {
        var access = (JObject?)networking?["access"]?.DeepClone() ?? [];
        access.Remove("links");
        access["type"] ??= "PUBLIC";
        return access;
    }

    private static void SetMap(JObject result, string name, JObject map, EmulatorSettings settings)
    {
        if (map.Count > 0 || settings.AtlasAnswersEmptyMaps)
        {
            result[name] = map.DeepClone();
        }
        else
        {
            result.Remove(name);
        }
    }

    private static JToken Nested(JToken? stored, JToken sent, EmulatorSettings settings)
    {
        if (sent is not JObject members)
        {
            return sent.DeepClone();
        }

        var result = stored is JObject before && !settings.AtlasReplacesNestedObjects ? (JObject)before.DeepClone() : [];
        foreach (var (name, value) in members)
        {
            if (name == "links")
            {
                continue;
            }

            if (value is null or { Type: JTokenType.Null })
            {
                result.Remove(name);
            }
            else
            {
                result[name] = Nested(result[name], value, settings);
            }
        }

        return result;
    }
}
