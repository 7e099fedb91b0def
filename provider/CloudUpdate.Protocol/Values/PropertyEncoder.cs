using Google.Protobuf.WellKnownTypes;

namespace CloudUpdate.Protocol.Values;

internal static class PropertyEncoder
{
    public static Struct EncodeMap(PropertyMap map)
    {
        var result = new Struct();
        foreach (var (key, value) in map)
        {
            result.Fields.Add(key, EncodeValue(value));
        }

        return result;
    }

    public static Value EncodeValue(PropertyValue value) => value switch
    {
        NullValue => Value.ForNull(),
        BoolValue flag => Value.ForBool(flag.Value),
        NumberValue number => Value.ForNumber(number.Value),
        StringValue text => Value.ForString(text.Value),
        ListValue list => Value.ForList([.. list.Items.Select(EncodeValue)]),
        MapValue map => Value.ForStruct(EncodeMap(map.Map)),
        UnknownValue => Value.ForString(Signatures.UnknownString),
        SecretValue secret => Special(Signatures.Secret, ("value", EncodeValue(secret.Value))),
        ByteStringValue bytes => Special(Signatures.ByteString, ("value", Value.ForString(Convert.ToBase64String(bytes.Bytes.AsSpan())))),
        OutputValue output => EncodeOutput(output),
        AssetValue asset => Special(Signatures.Asset, Hash(asset.Hash), Content(asset.Source, asset.Content)),
        ArchiveValue archive => EncodeArchive(archive),
        ResourceReferenceValue reference => EncodeReference(reference),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType(), "No such kind of property value."),
    };

    private static Value EncodeOutput(OutputValue output) => Special(
        Signatures.Output,
        ("value", output.Value is null ? null : EncodeValue(output.Value)),
        ("secret", output.IsSecret is { } secret ? Value.ForBool(secret) : null),
        ("dependencies", output.Dependencies.IsDefault ? null : Value.ForList([.. output.Dependencies.Select(Value.ForString)])));

    private static Value EncodeArchive(ArchiveValue archive) => Special(
        Signatures.Archive,
        Hash(archive.Hash),
        Content(archive.Source, archive.Content),
        ("assets", archive.Assets is null ? null : Value.ForStruct(EncodeMap(archive.Assets))));

    private static Value EncodeReference(ResourceReferenceValue reference) => Special(
        Signatures.ResourceReference,
        ("urn", Value.ForString(reference.Urn)),
        ("id", reference.Id is null ? null : EncodeValue(reference.Id)),
        ("name", Text(reference.Name)),
        ("type", Text(reference.Type)),
        ("packageVersion", Text(reference.PackageVersion)));

    private static (string, Value?) Hash(string? hash) => ("hash", Text(hash));

    private static (string, Value?) Content(AssetSource source, string? content) => source switch
    {
        AssetSource.Text => ("text", Text(content)),
        AssetSource.Path => ("path", Text(content)),
        AssetSource.Uri => ("uri", Text(content)),
        _ => ("text", null),
    };

    private static Value? Text(string? text) => text is null ? null : Value.ForString(text);

    private static Value Special(string signature, params (string Name, Value? Value)[] fields)
    {
        var result = new Struct { Fields = { { Signatures.Key, Value.ForString(signature) } } };
        foreach (var (name, value) in fields)
        {
            if (value is not null)
            {
                result.Fields.Add(name, value);
            }
        }

        return Value.ForStruct(result);
    }
}
