using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;

namespace CloudUpdate.Protocol.Values;

internal static class PropertyDecoder
{
    public static PropertyMap DecodeMap(Struct bag, string path) =>
        PropertyMap.Of(bag.Fields.Select(field => KeyValuePair.Create(field.Key, DecodeValue(field.Value, Join(path, field.Key)))));

    public static PropertyValue DecodeValue(Value value, string path) => value.KindCase switch
    {
        Value.KindOneofCase.NullValue => PropertyValue.Null,
        Value.KindOneofCase.BoolValue => PropertyValue.Of(value.BoolValue),
        Value.KindOneofCase.NumberValue => PropertyValue.Of(value.NumberValue),
        Value.KindOneofCase.StringValue => DecodeText(value.StringValue),
        Value.KindOneofCase.ListValue => PropertyValue.Of(value.ListValue.Values.Select((item, index) => DecodeValue(item, $"{path}[{index}]"))),
        Value.KindOneofCase.StructValue => DecodeStruct(value.StructValue, path),
        _ => throw new PropertyDecodingException($"a value without a kind in property map for \"{path}\""),
    };

    private static PropertyValue DecodeText(string text) => Signatures.IsUnknown(text) ? PropertyValue.Unknown : PropertyValue.Of(text);

    private static PropertyValue DecodeStruct(Struct bag, string path)
    {
        if (!bag.Fields.TryGetValue(Signatures.Key, out var signature))
        {
            return PropertyValue.Of(DecodeMap(bag, path));
        }

        var kind = signature.KindCase == Value.KindOneofCase.StringValue ? signature.StringValue : "(not a string)";
        return kind switch
        {
            Signatures.Secret => DecodeSecret(bag, path),
            Signatures.Output => DecodeOutput(bag, path),
            Signatures.Asset => DecodeAsset(bag, path),
            Signatures.Archive => DecodeArchive(bag, path),
            Signatures.ResourceReference => DecodeReference(bag, path),
            Signatures.ByteString => DecodeBytes(bag, path),
            _ => throw new PropertyDecodingException($"unrecognized signature '{kind}' in property map for \"{path}\""),
        };
    }

    // A bag sent with its unknowns dropped leaves a secret without a value where the secret was unknown.
    private static SecretValue DecodeSecret(Struct bag, string path) =>
        new(bag.Fields.TryGetValue("value", out var value) ? DecodeValue(value, path) : PropertyValue.Unknown);

    private static OutputValue DecodeOutput(Struct bag, string path)
    {
        var value = bag.Fields.TryGetValue("value", out var given) ? DecodeValue(given, path) : null;
        bool? secret = bag.Fields.TryGetValue("secret", out var mark) ? Require(mark, Value.KindOneofCase.BoolValue, "secret", path).BoolValue : null;
        var dependencies = bag.Fields.TryGetValue("dependencies", out var list)
            ? [.. Require(list, Value.KindOneofCase.ListValue, "dependencies", path).ListValue.Values
                .Select(urn => Require(urn, Value.KindOneofCase.StringValue, "dependencies", path).StringValue)]
            : default(ImmutableArray<string>);
        return new OutputValue(value, secret, dependencies);
    }

    private static AssetValue DecodeAsset(Struct bag, string path)
    {
        var (source, content) = DecodeContent(bag, path, ("text", AssetSource.Text), ("path", AssetSource.Path), ("uri", AssetSource.Uri));
        return new AssetValue(OptionalText(bag, "hash", path), source, content);
    }

    private static ArchiveValue DecodeArchive(Struct bag, string path)
    {
        var hash = OptionalText(bag, "hash", path);
        if (bag.Fields.TryGetValue("assets", out var assets))
        {
            var map = DecodeMap(Require(assets, Value.KindOneofCase.StructValue, "assets", path).StructValue, path);
            return map.Values.All(value => value is AssetValue or ArchiveValue)
                ? new ArchiveValue(hash, AssetSource.Assets, null, map)
                : throw new PropertyDecodingException($"an archive in property map for \"{path}\" holds something other than assets and archives");
        }

        var (source, content) = DecodeContent(bag, path, ("path", AssetSource.Path), ("uri", AssetSource.Uri));
        return new ArchiveValue(hash, source, content, null);
    }

    private static ResourceReferenceValue DecodeReference(Struct bag, string path)
    {
        var urn = OptionalText(bag, "urn", path)
            ?? throw new PropertyDecodingException($"a resource reference without a urn in property map for \"{path}\"");
        var id = bag.Fields.TryGetValue("id", out var given) ? DecodeText(Require(given, Value.KindOneofCase.StringValue, "id", path).StringValue) : null;
        return new ResourceReferenceValue(
            urn, id, OptionalText(bag, "name", path), OptionalText(bag, "type", path), OptionalText(bag, "packageVersion", path));
    }

    private static ByteStringValue DecodeBytes(Struct bag, string path)
    {
        var text = OptionalText(bag, "value", path)
            ?? throw new PropertyDecodingException($"a byte string without a value in property map for \"{path}\"");
        try
        {
            return new ByteStringValue([.. Convert.FromBase64String(text)]);
        }
        catch (FormatException)
        {
            throw new PropertyDecodingException($"a byte string that is not base64 in property map for \"{path}\"");
        }
    }

    // Some senders write the unused forms as empty texts.
    private static (AssetSource Source, string? Content) DecodeContent(Struct bag, string path, params (string Name, AssetSource Source)[] forms)
    {
        var given = forms
            .Select(form => (form.Source, Content: OptionalText(bag, form.Name, path)))
            .Where(form => form.Content is not null)
            .OrderBy(form => form.Content!.Length == 0)
            .ToList();
        return given.Count > 0 ? given[0] : (AssetSource.None, null);
    }

    private static string? OptionalText(Struct bag, string name, string path) =>
        bag.Fields.TryGetValue(name, out var value) ? Require(value, Value.KindOneofCase.StringValue, name, path).StringValue : null;

    private static Value Require(Value value, Value.KindOneofCase kind, string field, string path) => value.KindCase == kind
        ? value
        : throw new PropertyDecodingException($"field '{field}' of a special value has the wrong kind in property map for \"{path}\"");

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
