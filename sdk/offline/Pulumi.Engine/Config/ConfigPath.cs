using System.Globalization;
using System.Text;
using Newtonsoft.Json.Linq;

namespace Pulumi.Engine.Config;

/// <summary>Paths into structured configuration: a key, then <c>.name</c>, <c>[0]</c> and <c>["quoted.key"]</c>.</summary>
internal static class ConfigPath
{
    public static (ConfigKey Key, IReadOnlyList<object> Steps) Parse(string path, string project)
    {
        var steps = Split(path);
        if (steps.Count == 0 || steps[0] is not string key)
        {
            throw Invalid("config key path must not be empty and must begin with a name");
        }

        if (steps.Skip(1).Any(step => step is "secure"))
        {
            throw Invalid("\"secure\" key in maps of length 1 are reserved");
        }

        return (ConfigKey.Parse(key, project), [.. steps.Skip(1)]);
    }

    public static JToken? Get(JToken? token, IReadOnlyList<object> steps)
    {
        foreach (var step in steps)
        {
            token = (token, step) switch
            {
                (JObject map, string name) when ConfigValue.Ciphertext(map) is null => map[name],
                (JArray list, int index) when index < list.Count => list[index],
                _ => null,
            };
        }

        return token;
    }

    public static JToken Set(JToken? token, IReadOnlyList<object> steps, JToken value)
    {
        if (steps.Count == 0)
        {
            return value;
        }

        IReadOnlyList<object> rest = [.. steps.Skip(1)];
        switch (token is { Type: JTokenType.Null } ? null : token, steps[0])
        {
            case (JObject map, string name) when ConfigValue.Ciphertext(map) is null:
                map = (JObject)map.DeepClone();
                map[name] = Set(map[name], rest, value);
                return map;
            case (null, string name):
                return new JObject { [name] = Set(null, rest, value) };
            case (JArray list, int index) when index < list.Count:
                list = (JArray)list.DeepClone();
                list[index] = Set(list[index], rest, value);
                return list;
            case (JArray or null, int index) when index == ((token as JArray)?.Count ?? 0):
                return new JArray((token as JArray ?? []).Append(Set(null, rest, value)));
            case (JArray or null, int):
                throw Invalid("array index out of range");
            default:
                throw Invalid($"an {(steps[0] is int ? "array" : "object")} was expected at '{steps[0]}'");
        }
    }

    public static JToken Remove(JToken token, IReadOnlyList<object> steps)
    {
        var copy = token.DeepClone();
        var target = Get(copy, steps)!;
        if (target.Parent is JProperty member)
        {
            member.Remove();
        }
        else
        {
            target.Remove();
        }

        return copy;
    }

    private static List<object> Split(string path)
    {
        var steps = new List<object>();
        var position = 0;
        while (position < path.Length)
        {
            if (path[position] == '[')
            {
                steps.Add(Bracket(path, ref position));
                continue;
            }

            if (path[position] == '.' && steps.Count > 0)
            {
                position++;
            }

            var end = path.AsSpan(position).IndexOfAny('.', '[');
            end = end < 0 ? path.Length : position + end;
            if (end == position)
            {
                throw Invalid($"invalid config key path: '{path}'");
            }

            steps.Add(path[position..end]);
            position = end;
        }

        return steps;
    }

    private static object Bracket(string path, ref int position)
    {
        position++;
        if (position < path.Length && path[position] == '"')
        {
            return Quoted(path, ref position);
        }

        var end = path.IndexOf(']', position);
        if (end < 0 || !int.TryParse(path[position..end], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            throw Invalid($"invalid config key path: '{path}'");
        }

        position = end + 1;
        return index;
    }

    private static string Quoted(string path, ref int position)
    {
        var name = new StringBuilder();
        for (position++; position < path.Length; position++)
        {
            if (path[position] == '\\' && position + 1 < path.Length)
            {
                name.Append(path[++position]);
            }
            else if (path[position] == '"')
            {
                position++;
                if (position < path.Length && path[position] == ']')
                {
                    position++;
                    return name.ToString();
                }

                break;
            }
            else
            {
                name.Append(path[position]);
            }
        }

        throw Invalid($"invalid config key path: '{path}'");
    }

    private static EngineException Invalid(string message) => new(EngineErrorKind.InvalidConfiguration, message);
}
