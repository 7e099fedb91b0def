using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Pulumi.Engine.State;

/// <summary>Where the passphrase comes from: <c>PULUMI_CONFIG_PASSPHRASE</c> where set (empty counts), then the content of the file that
/// <c>PULUMI_CONFIG_PASSPHRASE_FILE</c> names, then the prompt. Keys derived from it are kept, since deriving one takes a good part of a second.</summary>
public sealed class PassphraseSource
{
    private const int Iterations = 1_000_000;
    private const int KeyLength = 32;

    private readonly ConcurrentDictionary<string, byte[]> _keys = [];
    private readonly Lazy<string> _passphrase;

    /// <summary>A source.</summary>
    /// <param name="environment">Has the variables.</param>
    /// <param name="prompt">Asks the user; null where nobody can be asked.</param>
    public PassphraseSource(EngineEnvironment environment, Func<string>? prompt = null) =>
        _passphrase = new Lazy<string>(() => Find(environment, prompt));

    internal byte[] DeriveKey(byte[] salt) => _keys.GetOrAdd(
        Convert.ToBase64String(salt),
        _ => Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(_passphrase.Value), salt, Iterations, HashAlgorithmName.SHA256, KeyLength));

    private static string Find(EngineEnvironment environment, Func<string>? prompt)
    {
        if (environment.Variable("PULUMI_CONFIG_PASSPHRASE") is { } passphrase)
        {
            return passphrase;
        }

        if (environment.Variable("PULUMI_CONFIG_PASSPHRASE_FILE") is { Length: > 0 } file)
        {
            var path = environment.Resolve(file);
            return File.Exists(path)
                ? File.ReadAllText(path).Trim()
                : throw new EngineException(EngineErrorKind.Secrets, $"unable to read PULUMI_CONFIG_PASSPHRASE_FILE: {path} does not exist");
        }

        return prompt?.Invoke() ?? throw new EngineException(
            EngineErrorKind.Secrets,
            "passphrase must be set with PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE environment variables");
    }
}
