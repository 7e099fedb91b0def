using Newtonsoft.Json.Linq;

namespace Pulumi.Engine.State;

/// <summary>Encrypts and decrypts texts; what it needs to do so again later is its <see cref="State"/>.</summary>
public abstract class SecretsManager
{
    /// <summary>The kind, as written into snapshots: <c>passphrase</c>.</summary>
    public abstract string Type { get; }

    /// <summary>What snapshots carry beside the kind.</summary>
    public abstract JObject State { get; }

    /// <summary>The ciphertext of a text; differs from call to call.</summary>
    public abstract string Encrypt(string plaintext);

    /// <summary>The text of a ciphertext.</summary>
    /// <exception cref="EngineException">The ciphertext is malformed or belongs to another key.</exception>
    public abstract string Decrypt(string ciphertext);
}
