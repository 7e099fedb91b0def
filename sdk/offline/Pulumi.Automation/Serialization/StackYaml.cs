using System.Globalization;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Pulumi.Automation.Serialization;

/// <summary>Stack settings from and to a stack configuration file.</summary>
internal static class StackYaml
{
    public static StackSettings Read(string text)
    {
        var root = YamlNodes.Root(text);
        return new StackSettings
        {
            SecretsProvider = root.Text("secretsprovider"),
            EncryptedKey = root.Text("encryptedkey"),
            EncryptionSalt = root.Text("encryptionsalt"),
            Config = root.Child("config") is YamlMappingNode config
                ? config.Children.ToDictionary(entry => ((YamlScalarNode)entry.Key).Value!, entry => ReadValue(entry.Value))
                : null,
        };
    }

    public static string Write(StackSettings settings)
    {
        var root = new YamlMappingNode();
        root.Put("secretsprovider", settings.SecretsProvider);
        root.Put("encryptedkey", settings.EncryptedKey);
        root.Put("encryptionsalt", settings.EncryptionSalt);
        if (settings.Config is { } config)
        {
            root.Add("config", new YamlMappingNode(config.Select(entry => KeyValuePair.Create(
                (YamlNode)entry.Key,
                entry.Value.IsSecure ? new YamlMappingNode { { "secure", entry.Value.Value } } : (YamlNode)Quoted(entry.Value.Value)))));
        }

        return YamlNodes.Write(root);
    }

    private static StackSettingsConfigValue ReadValue(YamlNode node) => node switch
    {
        YamlMappingNode { Children.Count: 1 } map when map.Text("secure") is { } secure => new StackSettingsConfigValue(secure, true),
        YamlScalarNode scalar => new StackSettingsConfigValue(scalar.Value ?? string.Empty, false),
        _ => new StackSettingsConfigValue(JsonSerializer.Serialize(Plain(node)), false),
    };

    private static object? Plain(YamlNode node) => node switch
    {
        YamlMappingNode map => map.Children.ToDictionary(entry => ((YamlScalarNode)entry.Key).Value!, entry => Plain(entry.Value)),
        YamlSequenceNode list => list.Children.Select(Plain).ToArray(),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => PlainScalar(scalar.Value ?? string.Empty),
        YamlScalarNode scalar => scalar.Value,
        _ => null,
    };

    private static object? PlainScalar(string text) => text switch
    {
        "true" => true,
        "false" => false,
        "null" or "~" or "" => null,
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => text,
    };

    private static YamlScalarNode Quoted(string text) => new(text) { Style = ScalarStyle.DoubleQuoted };
}
