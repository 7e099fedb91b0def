using CloudUpdate.Protocol.Values;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pulumi.Engine.State;

/// <summary>Property values in the JSON form of state files.</summary>
/// <param name="seal">Gives what a secret's fields are: location and plaintext (the JSON text of the value inside) in, fields out.</param>
internal sealed class PropertyJsonWriter(Func<string, string, JToken> seal)
{
    private const string SpecialNumber = "8ad145fe-0d11-4827-bfd7-1abcbf086f5c";

    /// <summary>Writes secrets as the text <c>[secret]</c>.</summary>
    public static PropertyJsonWriter Masked { get; } = new((_, _) => "[secret]");

    /// <summary>Writes secrets as objects whose ciphertext is <c>[secret]</c>, as engine events have them.</summary>
    public static PropertyJsonWriter MaskedObjects { get; } = new((_, _) => SecretObject("ciphertext", "[secret]"));

    /// <summary>Writes secrets with their plaintext.</summary>
    public static PropertyJsonWriter Plaintext { get; } = new((_, plaintext) => SecretObject("plaintext", plaintext));

    // Inside a secret everything is protected already: nested secrets keep their mark, and their ciphertext is plain.
    private static PropertyJsonWriter InsideSecret { get; } = new((_, plaintext) => SecretObject("ciphertext", plaintext));

    public static JObject SecretObject(string field, string value) => new() { [Signatures.Key] = Signatures.Secret, [field] = value };

    public JObject Write(PropertyMap map, string location)
    {
        var result = new JObject();
        foreach (var (key, value) in map)
        {
            result[key] = Write(value, value.ContainsSecrets ? $"{location}.{key}" : string.Empty);
        }

        return result;
    }

    public JToken Write(PropertyValue value, string location) => value switch
    {
        NullValue => JValue.CreateNull(),
        BoolValue flag => flag.Value,
        NumberValue number => WriteNumber(number.Value),
        StringValue text => text.Value,
        ListValue list => new JArray(list.Items.Select((item, index) => Write(item, item.ContainsSecrets ? $"{location}[{index}]" : string.Empty))),
        MapValue map => Write(map.Map, location),
        UnknownValue => Signatures.UnknownString,
        SecretValue secret => seal(location, InsideSecret.Write(secret.Value, string.Empty).ToString(Formatting.None)),
        OutputValue output => Write(output.IsSecret == true ? PropertyValue.Secret(output.Unwrapped) : output.Unwrapped, location),
        ByteStringValue bytes => Special(Signatures.ByteString, ("value", Convert.ToBase64String(bytes.Bytes.AsSpan()))),
        AssetValue asset => Special(Signatures.Asset, ("hash", asset.Hash), (ContentKey(asset.Source), asset.Content)),
        ArchiveValue archive => WriteArchive(archive, location),
        ResourceReferenceValue reference => WriteReference(reference),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType(), "No such kind of property value."),
    };

    private JObject WriteArchive(ArchiveValue archive, string location)
    {
        var result = Special(Signatures.Archive, ("hash", archive.Hash), (ContentKey(archive.Source), archive.Content));
        if (archive.Assets is { } assets)
        {
            result["assets"] = Write(assets, location);
        }

        return result;
    }

    private static JObject WriteReference(ResourceReferenceValue reference) => Special(
        Signatures.ResourceReference,
        ("urn", reference.Urn),
        ("id", reference.Id is null ? null : (reference.Id.Unwrapped as StringValue)?.Value ?? string.Empty),
        ("name", reference.Name),
        ("type", reference.Type),
        ("packageVersion", reference.PackageVersion));

    private static JToken WriteNumber(double value) => double.IsFinite(value)
        ? JsonText.Number(value)
        : Special(SpecialNumber, ("value", BitConverter.DoubleToUInt64Bits(value).ToString("x16", System.Globalization.CultureInfo.InvariantCulture)));

    private static string ContentKey(AssetSource source) => source switch
    {
        AssetSource.Path => "path",
        AssetSource.Uri => "uri",
        _ => "text",
    };

    private static JObject Special(string signature, params (string Name, string? Value)[] fields)
    {
        var result = new JObject { [Signatures.Key] = signature };
        foreach (var (name, value) in fields)
        {
            if (value is not null)
            {
                result[name] = value;
            }
        }

        return result;
    }
}
