using Google.Protobuf.WellKnownTypes;

namespace CloudUpdate.Protocol.Values;

/// <summary>Bags to and from the <c>google.protobuf.Struct</c> they travel in.</summary>
public static class PropertyCodec
{
    /// <summary>Reads a bag; an absent one stays absent.</summary>
    /// <exception cref="PropertyDecodingException">The bag breaks the encoding rules.</exception>
    public static PropertyMap? Decode(Struct? bag) => bag is null ? null : PropertyDecoder.DecodeMap(bag, string.Empty);

    /// <summary>Reads a bag; an absent one is read as empty.</summary>
    /// <exception cref="PropertyDecodingException">The bag breaks the encoding rules.</exception>
    public static PropertyMap DecodeOrEmpty(Struct? bag) => Decode(bag) ?? PropertyMap.Empty;

    /// <summary>Reads one value.</summary>
    /// <exception cref="PropertyDecodingException">The value breaks the encoding rules.</exception>
    public static PropertyValue Decode(Value value) => PropertyDecoder.DecodeValue(value, string.Empty);

    /// <summary>Writes a bag; an absent one stays absent.</summary>
    public static Struct? Encode(PropertyMap? bag) => bag is null ? null : PropertyEncoder.EncodeMap(bag);

    /// <summary>Writes one value.</summary>
    public static Value Encode(PropertyValue value) => PropertyEncoder.EncodeValue(value);
}
