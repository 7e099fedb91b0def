namespace Pulumi;

/// <summary>An output of another stack; both values are null when there is no such output.</summary>
public sealed class StackReferenceOutputDetails
{
    /// <summary>Creates details.</summary>
    public StackReferenceOutputDetails()
    {
    }

    /// <summary>The value, unless it is secret.</summary>
    public object? Value { get; set; }

    /// <summary>The value, if it is secret.</summary>
    public object? SecretValue { get; set; }
}
