using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>
/// Replaces secrets in texts that people will read. A secret is masked as a whole and in part: no twelve of its characters in a row are left.
/// </summary>
internal sealed partial class KnownSecrets
{
    /// <summary>What stands in place of a secret.</summary>
    public const string Replacement = "***";

    /// <summary>A shorter text is not looked for, since it stands in innocent words too.</summary>
    private const int Shortest = 4;
    private const int Part = 12;

    private readonly ConcurrentDictionary<string, HashSet<string>> _secrets = new();

    /// <summary>Adds a secret.</summary>
    /// <param name="secret">The secret; null and very short texts are passed over.</param>
    public void Add(string? secret)
    {
        if (secret is { Length: >= Shortest })
        {
            _secrets.TryAdd(secret, []);
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
    public string Mask(string text)
    {
        var hidden = new bool[text.Length];
        foreach (var (secret, parts) in _secrets)
        {
            Hide(text, secret, parts, hidden);
        }

        var shown = Array.IndexOf(hidden, true) < 0 ? text : Replace(text, hidden);
        return UserInfo().Replace(shown, $"://{Replacement}@");
    }

    private static void Hide(string text, string secret, HashSet<string> parts, bool[] hidden)
    {
        if (secret.Length <= Part)
        {
            for (var at = text.IndexOf(secret, StringComparison.Ordinal); at >= 0; at = text.IndexOf(secret, at + 1, StringComparison.Ordinal))
            {
                Array.Fill(hidden, true, at, secret.Length);
            }

            return;
        }

        var lookup = Parts(secret, parts).GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at + Part <= text.Length; at++)
        {
            if (lookup.Contains(text.AsSpan(at, Part)))
            {
                Array.Fill(hidden, true, at, Part);
            }
        }
    }

    /// <summary>The parts are made when a text is first searched, which for most tokens is never.</summary>
    private static HashSet<string> Parts(string secret, HashSet<string> parts)
    {
        lock (parts)
        {
            if (parts.Count == 0)
            {
                parts.UnionWith(Enumerable.Range(0, secret.Length - Part + 1).Select(at => secret.Substring(at, Part)));
            }
        }

        return parts;
    }

    private static string Replace(string text, bool[] hidden)
    {
        var result = new System.Text.StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (!hidden[at])
            {
                result.Append(text[at]);
            }
            else if (at == 0 || !hidden[at - 1])
            {
                result.Append(Replacement);
            }
        }

        return result.ToString();
    }

    [GeneratedRegex(@"://[^/\s@]+@")]
    private static partial Regex UserInfo();
}
