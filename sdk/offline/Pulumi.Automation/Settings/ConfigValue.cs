namespace Pulumi.Automation;

/// <summary>A value of the stack configuration.</summary>
/// <param name="value">The text.</param>
/// <param name="isSecret">Whether it is kept encrypted.</param>
public class ConfigValue(string value, bool isSecret = false)
{
    /// <summary>The text.</summary>
    public string Value { get; set; } = value;

    /// <summary>Whether it is kept encrypted.</summary>
    public bool IsSecret { get; set; } = isSecret;
}
