using System.Collections.Immutable;

namespace CloudUpdate.Protocol.Values;

/// <summary>
/// One value of a Pulumi property bag: immutable, compared exactly, printed without secrets.
/// </summary>
/// <remarks>The kinds are closed: <see cref="NullValue"/>, <see cref="BoolValue"/>, <see cref="NumberValue"/>,
/// <see cref="StringValue"/>, <see cref="ByteStringValue"/>, <see cref="ListValue"/>, <see cref="MapValue"/>,
/// <see cref="SecretValue"/>, <see cref="UnknownValue"/>, <see cref="OutputValue"/>, <see cref="AssetValue"/>,
/// <see cref="ArchiveValue"/> and <see cref="ResourceReferenceValue"/>.</remarks>
public abstract record PropertyValue
{
    private protected PropertyValue()
    {
    }

    /// <summary>The null value. A missing key, null and an empty text are three different things.</summary>
    public static PropertyValue Null { get; } = new NullValue();

    /// <summary>A value that is not known yet, as in previews.</summary>
    public static PropertyValue Unknown { get; } = new UnknownValue();

    /// <summary>A boolean.</summary>
    public static PropertyValue Of(bool value) => new BoolValue(value);

    /// <summary>A number; always an IEEE double on the wire.</summary>
    public static PropertyValue Of(double value) => new NumberValue(value);

    /// <summary>A text.</summary>
    public static PropertyValue Of(string value) => new StringValue(value);

    /// <summary>A list.</summary>
    public static PropertyValue Of(IEnumerable<PropertyValue> items) => new ListValue([.. items]);

    /// <summary>A list of texts.</summary>
    public static PropertyValue Of(IEnumerable<string> items) => new ListValue([.. items.Select(Of)]);

    /// <summary>A map.</summary>
    public static PropertyValue Of(PropertyMap map) => new MapValue(map);

    /// <summary>The value marked secret; a value that is secret already stays as it is.</summary>
    public static PropertyValue Secret(PropertyValue value) => value is SecretValue ? value : new SecretValue(value);

    /// <summary>True where this value, or any value inside it, is unknown.</summary>
    public virtual bool ContainsUnknowns => false;

    /// <summary>True where this value, or any value inside it, is secret.</summary>
    public virtual bool ContainsSecrets => false;

    /// <summary>Without the marks around it: secrets opened and known outputs replaced by their value, at this level alone.</summary>
    public virtual PropertyValue Unwrapped => this;

    /// <summary>True where the value is unknown once the marks around it are taken off.</summary>
    public bool IsUnknown => Unwrapped is UnknownValue;

    /// <summary>True where the value is null once the marks around it are taken off.</summary>
    public bool IsNull => Unwrapped is NullValue;
}

/// <summary>Null.</summary>
public sealed record NullValue : PropertyValue
{
    /// <inheritdoc/>
    public override string ToString() => "null";
}

/// <summary>A boolean.</summary>
/// <param name="Value">The boolean.</param>
public sealed record BoolValue(bool Value) : PropertyValue
{
    /// <inheritdoc/>
    public override string ToString() => Value ? "true" : "false";
}

/// <summary>A number.</summary>
/// <param name="Value">The IEEE double that travels on the wire.</param>
public sealed record NumberValue(double Value) : PropertyValue
{
    /// <summary>Compares bits, so that 0 and -0 differ and NaN equals itself.</summary>
    public bool Equals(NumberValue? other) =>
        other is not null && BitConverter.DoubleToInt64Bits(Value) == BitConverter.DoubleToInt64Bits(other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => BitConverter.DoubleToInt64Bits(Value).GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A text.</summary>
/// <param name="Value">The text, valid UTF-16.</param>
public sealed record StringValue(string Value) : PropertyValue
{
    /// <inheritdoc/>
    public override string ToString() => $"\"{Value}\"";
}

/// <summary>A text whose bytes are not valid UTF-8.</summary>
/// <param name="Bytes">The bytes.</param>
public sealed record ByteStringValue(ImmutableArray<byte> Bytes) : PropertyValue
{
    /// <summary>Compares the bytes.</summary>
    public bool Equals(ByteStringValue? other) => other is not null && Bytes.AsSpan().SequenceEqual(other.Bytes.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Bytes.AsSpan());
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => $"bytes({Bytes.Length})";
}

/// <summary>A list; the order of its items counts.</summary>
/// <param name="Items">The items.</param>
public sealed record ListValue(ImmutableArray<PropertyValue> Items) : PropertyValue
{
    /// <inheritdoc/>
    public override bool ContainsUnknowns => Items.Any(item => item.ContainsUnknowns);

    /// <inheritdoc/>
    public override bool ContainsSecrets => Items.Any(item => item.ContainsSecrets);

    /// <summary>Compares item by item.</summary>
    public bool Equals(ListValue? other) => other is not null && Items.SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override int GetHashCode() => Items.Aggregate(17, HashCode.Combine);

    /// <inheritdoc/>
    public override string ToString() => $"[{string.Join(", ", Items)}]";
}

/// <summary>A map, or an object.</summary>
/// <param name="Map">The members.</param>
public sealed record MapValue(PropertyMap Map) : PropertyValue
{
    /// <inheritdoc/>
    public override bool ContainsUnknowns => Map.ContainsUnknowns;

    /// <inheritdoc/>
    public override bool ContainsSecrets => Map.ContainsSecrets;

    /// <inheritdoc/>
    public override string ToString() => Map.ToString();
}
