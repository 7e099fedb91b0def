using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using CloudUpdate.Provider.Values;

namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>Replaces the secrets that a client has to do with in texts that people will read, as a whole and in part.</summary>
internal sealed partial class KnownSecrets
{
    /// <summary>What stands in place of a secret.</summary>
    public const string Replacement = "***";

    private readonly ConcurrentDictionary<string, HiddenText> _secrets = new(StringComparer.Ordinal);

    /// <summary>Adds a secret.</summary>
    /// <param name="secret">The secret; null and very short texts are passed over.</param>
    public void Add(string? secret)
    {
        if (secret is { Length: >= HiddenText.Shortest } && !_secrets.ContainsKey(secret))
        {
            _secrets.TryAdd(secret, new HiddenText(secret));
        }
    }

    /// <summary>Adds several secrets.</summary>
    /// <param name="secrets">The secrets.</param>
    public void AddRange(IEnumerable<string?> secrets)
    {
        foreach (var secret in secrets)
        {
            Add(secret);
        }
    }

    /// <summary>Replaces every secret, every longer part of one, and user and password in addresses, by <see cref="Replacement"/>.</summary>
    /// <param name="text">The text.</param>
    public string Mask(string text) =>
        UserInfo().Replace(HiddenText.Mask(text, _secrets.Select(secret => secret.Value), Replacement), $"://{Replacement}@");

    [GeneratedRegex(@"://[^/\s@]+@")]
    private static partial Regex UserInfo();
}
