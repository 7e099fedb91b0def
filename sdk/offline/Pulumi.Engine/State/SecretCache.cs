using System.Collections.Concurrent;

namespace Pulumi.Engine.State;

/// <summary>Remembers which ciphertext stood for which plaintext at which place, so that unchanged secrets keep their bytes although every
/// encryption draws a new nonce.</summary>
internal sealed class SecretCache
{
    private readonly ConcurrentDictionary<(string Location, string Plaintext), string> _ciphertexts = [];

    public string Seal(SecretsManager manager, string location, string plaintext) =>
        _ciphertexts.GetOrAdd((location, plaintext), _ => manager.Encrypt(plaintext));

    public string Open(SecretsManager manager, string location, string ciphertext)
    {
        var plaintext = manager.Decrypt(ciphertext);
        _ciphertexts[(location, plaintext)] = ciphertext;
        return plaintext;
    }
}
