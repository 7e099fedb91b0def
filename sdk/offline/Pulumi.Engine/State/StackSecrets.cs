using Newtonsoft.Json.Linq;
using Pulumi.Engine.Config;

namespace Pulumi.Engine.State;

/// <summary>Finds the secrets manager that a stack file or a snapshot names. Of the kinds that exist this engine has the passphrase.</summary>
public static class StackSecrets
{
    /// <summary>The manager of a stack file, or null where none is configured yet.</summary>
    /// <exception cref="EngineException">The file names a kind that this engine leaves out, or its state is malformed.</exception>
    public static PassphraseSecretsManager? Open(StackConfigFile file, PassphraseSource passphrase, Entropy entropy)
    {
        CheckProvider(file.SecretsProvider);
        return file.EncryptionSalt is { Length: > 0 } salt ? PassphraseSecretsManager.Open(salt, passphrase, entropy) : null;
    }

    /// <summary>The manager of a stack file; where none is configured, one with a fresh salt that is written into the file (which the caller
    /// saves).</summary>
    /// <exception cref="EngineException">The file names a kind that this engine leaves out, or there is no passphrase.</exception>
    public static PassphraseSecretsManager OpenOrCreate(StackConfigFile file, PassphraseSource passphrase, Entropy entropy)
    {
        if (Open(file, passphrase, entropy) is { } existing)
        {
            return existing;
        }

        var created = PassphraseSecretsManager.Create(passphrase, entropy);
        file.SetEncryptionSalt(created.EncryptionSalt);
        return created;
    }

    /// <summary>The manager that the <c>secrets_providers</c> of a deployment name, or null where there is none.</summary>
    /// <exception cref="EngineException">A kind that this engine leaves out, or a malformed state.</exception>
    public static SecretsManager? Open(JObject? providers, PassphraseSource passphrase, Entropy entropy)
    {
        if (providers is null || (string?)providers["type"] is not { Length: > 0 } type)
        {
            return null;
        }

        CheckProvider(type);
        return PassphraseSecretsManager.Open((string?)providers["state"]?["salt"] ?? string.Empty, passphrase, entropy);
    }

    /// <summary>Refuses kinds that this engine leaves out.</summary>
    /// <exception cref="EngineException">The provider is neither empty, <c>default</c> nor <c>passphrase</c>.</exception>
    public static void CheckProvider(string? provider)
    {
        if (provider is not (null or "" or "default" or "passphrase"))
        {
            throw new EngineException(
                EngineErrorKind.Unsupported, $"the secrets provider '{provider}' is not available in this engine, which knows only the passphrase; use the Pulumi CLI");
        }
    }
}
