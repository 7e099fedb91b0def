using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Pulumi.Engine.Config;

/// <summary>YAML nodes to and from JSON tokens, as configuration files mean them.</summary>
internal static partial class YamlValues
{
    public static JToken ToToken(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JObject(mapping.Children.Select(entry => new JProperty(Text(entry.Key), ToToken(entry.Value)))),
        YamlSequenceNode sequence => new JArray(sequence.Children.Select(ToToken)),
        YamlScalarNode scalar => ScalarToken(scalar),
        _ => throw new EngineException(EngineErrorKind.InvalidConfiguration, $"YAML node {node} is neither a mapping, a list nor a scalar"),
    };

    public static YamlNode ToNode(JToken token) => token switch
    {
        JObject members => new YamlMappingNode(members.Properties().Select(
            member => KeyValuePair.Create<YamlNode, YamlNode>(TextNode(member.Name), ToNode(member.Value)))),
        JArray items => new YamlSequenceNode(items.Select(ToNode)),
        JValue { Type: JTokenType.String } text => TextNode((string?)text ?? string.Empty),
        _ => new YamlScalarNode(token.ToString(Newtonsoft.Json.Formatting.None)) { Style = ScalarStyle.Plain },
    };

    public static string Text(YamlNode node) => (node as YamlScalarNode)?.Value ?? string.Empty;

    private static YamlScalarNode TextNode(string text) =>
        new(text) { Style = LooksTyped(text) ? ScalarStyle.DoubleQuoted : ScalarStyle.Any };

    // Integers that JSON would write otherwise (leading zeros, hexadecimal) keep their text.
    private static JValue ScalarToken(YamlScalarNode scalar)
    {
        var text = scalar.Value ?? string.Empty;
        if (scalar.Style is not (ScalarStyle.Plain or ScalarStyle.Any))
        {
            return new JValue(text);
        }

        return text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => JValue.CreateNull(),
            "true" or "True" or "TRUE" => new JValue(true),
            "false" or "False" or "FALSE" => new JValue(false),
            _ when Integer.IsMatch(text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => new JValue(number),
            _ when Float.IsMatch(text) && !AnyInteger.IsMatch(text) => new JValue(double.Parse(text, CultureInfo.InvariantCulture)),
            _ => new JValue(text),
        };
    }

    private static bool LooksTyped(string text) =>
        text.Length == 0 || Words.IsMatch(text) || AnyInteger.IsMatch(text) || Float.IsMatch(text) || text.Contains('\n');

    [GeneratedRegex(@"\A(-?[1-9][0-9]*|0)\z")]
    private static partial Regex Integer { get; }

    [GeneratedRegex(@"\A[-+]?(0[xX][0-9a-fA-F_]+|0[oO]?[0-7_]+|[0-9][0-9_]*)\z")]
    private static partial Regex AnyInteger { get; }

    [GeneratedRegex(@"\A[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Float { get; }

    [GeneratedRegex(@"\A(~|null|true|false|yes|no|on|off|y|n|[-+]?\.inf|\.nan|\d{4}-\d\d?-\d\d?.*)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Words { get; }
}
