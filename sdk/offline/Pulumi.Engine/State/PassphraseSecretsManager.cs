using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json.Linq;

namespace Pulumi.Engine.State;

/// <summary>Secrets under a key derived from a passphrase: PBKDF2-HMAC-SHA256, AES-256-GCM, the format of the Pulumi command line. The passphrase
/// is asked for at the first use only, so stacks without secrets never need it.</summary>
public sealed class PassphraseSecretsManager : SecretsManager
{
    private const string Check = "pulumi";
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly Entropy _entropy;
    private readonly string _state;
    private readonly Lazy<byte[]> _key;

    private PassphraseSecretsManager(string state, Entropy entropy, Func<byte[]> key)
    {
        _state = state;
        _entropy = entropy;
        _key = new Lazy<byte[]>(key);
    }

    /// <inheritdoc/>
    public override string Type => "passphrase";

    /// <inheritdoc/>
    public override JObject State => new() { ["salt"] = _state };

    /// <summary>The state text: <c>v1:SALT:v1:NONCE:CIPHERTEXT</c>, stored as <c>encryptionsalt</c> in the stack file.</summary>
    public string EncryptionSalt => _state;

    /// <summary>A manager with a fresh salt.</summary>
    public static PassphraseSecretsManager Create(PassphraseSource passphrase, Entropy entropy)
    {
        var salt = entropy.Bytes(8);
        var key = passphrase.DeriveKey(salt);
        return new PassphraseSecretsManager($"v1:{Convert.ToBase64String(salt)}:{Seal(key, Check, entropy)}", entropy, () => key);
    }

    /// <summary>The manager that a state text describes.</summary>
    /// <exception cref="EngineException">The text is malformed.</exception>
    public static PassphraseSecretsManager Open(string state, PassphraseSource passphrase, Entropy entropy)
    {
        var parts = state.Split(':', 3);
        if (parts.Length != 3)
        {
            throw new EngineException(EngineErrorKind.Secrets, "malformed state value");
        }

        if (parts[0] != "v1")
        {
            throw new EngineException(EngineErrorKind.Secrets, "unknown state version");
        }

        return new PassphraseSecretsManager(state, entropy, () => Verify(passphrase.DeriveKey(Base64(parts[1])), parts[2]));
    }

    /// <summary>Asks for the passphrase now.</summary>
    /// <exception cref="EngineException">There is none, or it is wrong.</exception>
    public void Verify() => _ = _key.Value;

    /// <inheritdoc/>
    public override string Encrypt(string plaintext) => Seal(_key.Value, plaintext, _entropy);

    /// <inheritdoc/>
    public override string Decrypt(string ciphertext) => Open(_key.Value, ciphertext)
        ?? throw new EngineException(EngineErrorKind.Secrets, "failed to decrypt a secret: it was encrypted with another key, or is damaged");

    private static byte[] Verify(byte[] key, string sealedCheck) => Open(key, sealedCheck) == Check
        ? key
        : throw new EngineException(EngineErrorKind.Secrets, "incorrect passphrase");

    private static string Seal(byte[] key, string plaintext, Entropy entropy)
    {
        var nonce = entropy.Bytes(NonceLength);
        var plain = Encoding.UTF8.GetBytes(plaintext);
        var result = new byte[plain.Length + TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, plain, result.AsSpan(0, plain.Length), result.AsSpan(plain.Length));
        return $"v1:{Convert.ToBase64String(nonce)}:{Convert.ToBase64String(result)}";
    }

    private static string? Open(byte[] key, string ciphertext)
    {
        var parts = ciphertext.Split(':');
        if (parts.Length != 3 || parts[0] != "v1")
        {
            throw new EngineException(EngineErrorKind.Secrets, "malformed ciphertext: it must have three parts, the first of which is v1");
        }

        var nonce = Base64(parts[1]);
        var content = Base64(parts[2]);
        if (nonce.Length != NonceLength || content.Length < TagLength)
        {
            throw new EngineException(EngineErrorKind.Secrets, "malformed ciphertext: nonce or tag is too short");
        }

        var plain = new byte[content.Length - TagLength];
        try
        {
            using var aes = new AesGcm(key, TagLength);
            aes.Decrypt(nonce, content.AsSpan(0, plain.Length), content.AsSpan(plain.Length), plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return Encoding.UTF8.GetString(plain);
    }

    private static byte[] Base64(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException exception)
        {
            throw new EngineException(EngineErrorKind.Secrets, "malformed ciphertext: not base64", exception);
        }
    }
}
