namespace Pulumi.Serialization;

/// <summary>An output's value, which is the type's default where it is not known, and its traits.</summary>
internal readonly struct OutputData<T>(T value, OutputTraits traits)
{
    public T Value { get; } = value;

    public OutputTraits Traits { get; } = traits;

    public bool IsKnown => Traits.IsKnown;

    public bool IsSecret => Traits.IsSecret;

    public OutputData<object?> Untyped() => new(Value, Traits);
}
