namespace Pulumi.Automation;

/// <summary>A value of a stack configuration file.</summary>
/// <param name="value">The text: encrypted where secure, JSON where it has structure.</param>
/// <param name="isSecure">Whether it is encrypted.</param>
public class StackSettingsConfigValue(string value, bool isSecure)
{
    /// <summary>The text: encrypted where secure, JSON where it has structure.</summary>
    public string Value { get; } = value;

    /// <summary>Whether it is encrypted.</summary>
    public bool IsSecure { get; } = isSecure;
}
