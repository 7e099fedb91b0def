using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Pulumi.Engine.Config;

internal static partial class ProjectFileReader
{
    public static ProjectFile Read(string path)
    {
        var root = (JObject)YamlValues.ToToken(YamlText.Parse(File.ReadAllText(path).TrimStart('\uFEFF')));
        var name = Text(root, "name") is { Length: > 0 } given ? given : throw Invalid("project is missing a 'name' attribute");
        if (!Names.IsMatch(name))
        {
            throw Invalid($"project name '{name}' may only contain alphanumeric characters, hyphens, underscores, and periods, and 1 to 100 of them");
        }

        var runtime = root["runtime"];
        var runtimeName = runtime is JObject ? Text(runtime, "name") : Scalar(runtime);
        var directory = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return new ProjectFile
        {
            Path = Path.GetFullPath(path),
            Directory = directory,
            Name = name,
            Runtime = runtimeName.Length > 0 ? runtimeName : throw Invalid("project is missing a 'runtime' attribute"),
            RuntimeOptions = (runtime as JObject)?["options"] is JObject options
                ? options.Properties().ToImmutableDictionary(option => option.Name, option => Scalar(option.Value)) : [],
            Main = Text(root, "main"),
            Description = Text(root, "description"),
            Config = root["config"] is JObject config ? [.. config.Properties().Select(entry => Declaration(entry, name))] : [],
            StackConfigDirectory = root["config"] is JValue legacy ? Scalar(legacy) : Text(root, "stackConfigDir"),
            BackendUrl = Text(root["backend"], "url"),
            AlwaysRefresh = Text(root["options"], "refresh") == "always",
            Providers = root["plugins"]?["providers"] is JArray plugins ? [.. plugins.Select(plugin => Plugin(plugin, directory))] : [],
        };
    }

    private static ConfigDeclaration Declaration(JProperty entry, string project)
    {
        var key = ConfigKey.Parse(entry.Name, project);
        if (entry.Value is not JObject body)
        {
            return new ConfigDeclaration(key) { Default = NullAsAbsent(entry.Value) };
        }

        var value = NullAsAbsent(body["value"]);
        var fallback = NullAsAbsent(body["default"]);
        if (value is not null && fallback is not null)
        {
            throw Invalid($"project config '{entry.Name}' has both a 'default' and a 'value'");
        }

        if (key.Namespace != project && fallback is not null)
        {
            throw Invalid($"configuration key '{entry.Name}' is not namespaced by the project and should not define a default value");
        }

        return new ConfigDeclaration(key)
        {
            Type = OptionalText(body, "type"),
            ItemType = OptionalText(body["items"], "type"),
            Description = OptionalText(body, "description"),
            Secret = body["secret"] is JValue { Type: JTokenType.Boolean } secret && (bool)secret,
            Default = value ?? fallback,
        };
    }

    private static ProviderPlugin Plugin(JToken plugin, string directory) => new(
        OptionalText(plugin, "name") ?? throw Invalid("a plugin of the project has no 'name'"),
        Path.GetFullPath(OptionalText(plugin, "path") ?? throw Invalid("a plugin of the project has no 'path'"), directory),
        Text(plugin, "version").TrimStart('v'));

    private static JToken? NullAsAbsent(JToken? token) => token is { Type: JTokenType.Null } ? null : token;

    private static string Text(JToken? owner, string name) => OptionalText(owner, name) ?? string.Empty;

    private static string? OptionalText(JToken? owner, string name) =>
        owner is JObject map && map[name] is JValue { Type: not JTokenType.Null } value ? Scalar(value) : null;

    private static string Scalar(JToken? token) => token is JValue { Type: JTokenType.String } text
        ? (string?)text ?? string.Empty
        : token is null or { Type: JTokenType.Null } ? string.Empty : token.ToString(Newtonsoft.Json.Formatting.None);

    private static EngineException Invalid(string message) => new(EngineErrorKind.InvalidConfiguration, message);

    [GeneratedRegex(@"\A[A-Za-z0-9_.-]{1,100}\z")]
    private static partial Regex Names { get; }
}
