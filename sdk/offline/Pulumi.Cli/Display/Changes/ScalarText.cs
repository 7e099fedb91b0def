using System.Globalization;
using CloudUpdate.Protocol.Values;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pulumi.Cli.Display.Changes;

/// <summary>The text of values that fit one line, and the opening of those that do not.</summary>
internal sealed class ScalarText(ValueOptions options)
{
    /// <summary>The value as people may see it: secrets stay closed unless they are to be shown, the texts of JSON documents become what they say.</summary>
    public PropertyValue Visible(PropertyValue value) => value switch
    {
        SecretValue secret when options.ShowSecrets => Visible(secret.Value),
        OutputValue { IsSecret: true } when !options.ShowSecrets => PropertyValue.Secret(PropertyValue.Null),
        OutputValue output => Visible(output.Value ?? PropertyValue.Unknown),
        _ => value,
    };

    /// <summary>The one line of a value that has no members.</summary>
    public string Of(PropertyValue value) => value switch
    {
        StringValue text => Quote(Cut(text.Value)),
        NumberValue number => Number(number.Value),
        ListValue => "[]",
        MapValue => "{}",
        AssetValue asset => $"asset({SourceName(asset.Source)}:{ShortHash(asset.Hash)}){Content(asset.Source, asset.Content)}",
        ArchiveValue archive => $"archive({SourceName(archive.Source)}:{ShortHash(archive.Hash)}){Content(archive.Source, archive.Content)}",
        ResourceReferenceValue reference => Quote(reference.Urn),
        _ => value.ToString(),
    };

    /// <summary>What a text says where it is a JSON object or array with members; null otherwise.</summary>
    public static PropertyValue? AsJson(PropertyValue value)
    {
        if (value is not StringValue { Value: var text } || text.TrimStart() is not ['{' or '[', ..])
        {
            return null;
        }

        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = 64 };
            var document = JToken.ReadFrom(reader);
            return reader.Read() || !document.HasValues ? null : FromJson(document);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string Number(double number) =>
        double.IsInteger(number) && Math.Abs(number) < 1e15
            ? number.ToString("F0", CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);

    private static PropertyValue FromJson(JToken token) => token switch
    {
        JObject map => PropertyValue.Of(PropertyMap.Of(map.Properties().Select(member => KeyValuePair.Create(member.Name, FromJson(member.Value))))),
        JArray list => PropertyValue.Of(list.Select(FromJson)),
        JValue { Type: JTokenType.Null } => PropertyValue.Null,
        JValue { Type: JTokenType.Boolean } value => PropertyValue.Of(value.Value<bool>()),
        JValue { Type: JTokenType.Integer or JTokenType.Float } value => PropertyValue.Of(value.Value<double>()),
        _ => PropertyValue.Of(token.ToString()),
    };

    private string Cut(string text)
    {
        if (options.ShowFullOutput)
        {
            return text;
        }

        var lines = text.Split('\n');
        var shown = lines.Take(ValueOptions.MostLines)
            .Select(line => line.Length > ValueOptions.LongestLine ? $"{line[..ValueOptions.LongestLine]}..." : line);
        return string.Join('\n', shown) + (lines.Length > ValueOptions.MostLines ? "\n..." : string.Empty);
    }

    private static string Quote(string text) => JsonConvert.ToString(text);

    private static string SourceName(AssetSource source) => source switch
    {
        AssetSource.Text => "text",
        AssetSource.Path => "file",
        AssetSource.Uri => "uri",
        _ => "hash",
    };

    private static string ShortHash(string? hash) => hash is { Length: > 7 } ? hash[..7] : hash ?? string.Empty;

    private static string Content(AssetSource source, string? content) =>
        source is AssetSource.Path or AssetSource.Uri && content is not null ? $" {{ {content} }}" : string.Empty;
}
