namespace Pulumi.Automation;

/// <summary>What a stack configuration file says.</summary>
public class StackSettings
{
    /// <summary>What encrypts secrets; null for a passphrase.</summary>
    public string? SecretsProvider { get; set; }

    /// <summary>The encrypted data key of a cloud secrets provider.</summary>
    public string? EncryptedKey { get; set; }

    /// <summary>The salt of a passphrase.</summary>
    public string? EncryptionSalt { get; set; }

    /// <summary>Configuration by full key.</summary>
    public IDictionary<string, StackSettingsConfigValue>? Config { get; set; }
}
