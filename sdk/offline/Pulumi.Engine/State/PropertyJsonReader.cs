using System.Globalization;
using System.Numerics;
using CloudUpdate.Protocol.Values;
using Newtonsoft.Json.Linq;

namespace Pulumi.Engine.State;

/// <summary>Reads property values from the JSON form of state files.</summary>
/// <param name="open">The plaintext of a secret: location and ciphertext in.</param>
internal sealed class PropertyJsonReader(Func<string, string, string> open)
{
    private const string SpecialNumber = "8ad145fe-0d11-4827-bfd7-1abcbf086f5c";

    private static PropertyJsonReader InsideSecret { get; } = new((_, ciphertext) => ciphertext);

    public PropertyMap ReadMap(JToken? token, string location) => token is JObject map
        ? PropertyMap.Of(map.Properties().Select(member => KeyValuePair.Create(member.Name, Read(member.Value, $"{location}.{member.Name}"))))
        : PropertyMap.Empty;

    public PropertyValue Read(JToken token, string location) => token switch
    {
        JObject map when map.ContainsKey(Signatures.Key) => ReadSpecial(map, location),
        JObject map => PropertyValue.Of(ReadMap(map, location)),
        JArray list => PropertyValue.Of(list.Select((item, index) => Read(item, $"{location}[{index}]"))),
        JValue { Value: null } => PropertyValue.Null,
        JValue { Value: bool flag } => PropertyValue.Of(flag),
        JValue { Value: BigInteger number } => PropertyValue.Of((double)number),
        JValue { Type: JTokenType.Integer or JTokenType.Float } number => PropertyValue.Of((double)number),
        JValue { Value: string text } => Signatures.IsUnknown(text) ? PropertyValue.Unknown : PropertyValue.Of(text),
        _ => throw Invalid($"a value of an unexpected kind ({token.Type})", location),
    };

    private PropertyValue ReadSpecial(JObject map, string location) => (string?)map[Signatures.Key] switch
    {
        Signatures.Secret => PropertyValue.Secret(ReadSecret(map, location)),
        Signatures.Asset => ReadAsset(map),
        Signatures.Archive => ReadArchive(map, location),
        Signatures.ResourceReference => ReadReference(map, location),
        Signatures.ByteString => new ByteStringValue([.. Convert.FromBase64String(Text(map, "value") ?? string.Empty)]),
        SpecialNumber => PropertyValue.Of(BitConverter.UInt64BitsToDouble(
            ulong.Parse(Text(map, "value") ?? "0", NumberStyles.HexNumber, CultureInfo.InvariantCulture))),
        var other => throw Invalid($"unrecognized signature '{other}'", location),
    };

    private PropertyValue ReadSecret(JObject map, string location)
    {
        var plaintext = Text(map, "plaintext");
        var ciphertext = Text(map, "ciphertext");
        var text = (plaintext, ciphertext) switch
        {
            ({ } plain, null) => plain,
            (null, { } sealedText) => open(location, sealedText),
            _ => throw Invalid("a secret must have exactly one of ciphertext and plaintext", location),
        };
        return InsideSecret.Read(JsonText.Parse(text, "the content of a secret"), location);
    }

    private static AssetValue ReadAsset(JObject map)
    {
        var (source, content) = Content(map, ("text", AssetSource.Text), ("path", AssetSource.Path), ("uri", AssetSource.Uri));
        return new AssetValue(Text(map, "hash"), source, content);
    }

    private ArchiveValue ReadArchive(JObject map, string location)
    {
        if (map["assets"] is JObject assets)
        {
            return new ArchiveValue(Text(map, "hash"), AssetSource.Assets, null, ReadMap(assets, location));
        }

        var (source, content) = Content(map, ("path", AssetSource.Path), ("uri", AssetSource.Uri));
        return new ArchiveValue(Text(map, "hash"), source, content, null);
    }

    private static ResourceReferenceValue ReadReference(JObject map, string location) => new(
        Text(map, "urn") ?? throw Invalid("a resource reference without a urn", location),
        Text(map, "id") is { } id ? (id.Length == 0 || Signatures.IsUnknown(id) ? PropertyValue.Unknown : PropertyValue.Of(id)) : null,
        Text(map, "name"),
        Text(map, "type"),
        Text(map, "packageVersion"));

    private static (AssetSource Source, string? Content) Content(JObject map, params (string Name, AssetSource Source)[] forms)
    {
        foreach (var (name, source) in forms)
        {
            if (Text(map, name) is { } content)
            {
                return (source, content);
            }
        }

        return (AssetSource.None, null);
    }

    private static string? Text(JObject map, string name) => map[name] is JValue { Value: string text } ? text : null;

    private static EngineException Invalid(string what, string location) => new(EngineErrorKind.InvalidSnapshot, $"the state holds {what} at {location}");
}
