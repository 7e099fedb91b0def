namespace Pulumi.Automation;

/// <summary>One stack output.</summary>
public sealed class OutputValue
{
    internal OutputValue(object value, bool isSecret)
    {
        Value = value;
        IsSecret = isSecret;
    }

    /// <summary>The value: a boolean, number, text, list or map.</summary>
    public object Value { get; }

    /// <summary>Whether it must not be shown.</summary>
    public bool IsSecret { get; }
}
