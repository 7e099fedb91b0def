namespace Pulumi.Serialization;

/// <summary>A value of the wanted type, or the reason why there is none.</summary>
internal readonly record struct Conversion(object? Value, string? Problem = null)
{
    public static Conversion Mismatch(string expected, object value, string context)
        => new(null, $"Expected {expected} but got {value.GetType().FullName} deserializing {context}");
}
