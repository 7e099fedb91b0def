namespace CloudUpdate.Provider.Clouds.MongoDbAtlas;

/// <summary>What a server asks for with HTTP Digest (RFC 7616, section 3.3).</summary>
/// <param name="Realm">The realm.</param>
/// <param name="Nonce">The server's nonce.</param>
/// <param name="Algorithm"><c>MD5</c> or <c>SHA-256</c>.</param>
/// <param name="Opaque">What to send back unchanged; null for nothing.</param>
/// <param name="IsStale">Whether only the nonce was too old: the credentials were right.</param>
internal sealed record DigestChallenge(string Realm, string Nonce, string Algorithm, string? Opaque, bool IsStale)
{
    /// <summary>The first Digest challenge in a header WWW-Authenticate that can be answered; null if there is none.</summary>
    /// <param name="header">The header's value, which may hold challenges of several schemes; null for none.</param>
    public static DigestChallenge? Parse(string? header) =>
        Challenges(header ?? "").Where(challenge => challenge.Scheme.Equals("Digest", StringComparison.OrdinalIgnoreCase))
            .Select(challenge => From(challenge.Parameters))
            .FirstOrDefault(challenge => challenge is not null);

    private static DigestChallenge? From(Dictionary<string, string> parameters)
    {
        var algorithm = parameters.GetValueOrDefault("algorithm") ?? "MD5";
        var isKnown = algorithm.Equals("MD5", StringComparison.OrdinalIgnoreCase) || algorithm.Equals("SHA-256", StringComparison.OrdinalIgnoreCase);
        var qualities = (parameters.GetValueOrDefault("qop") ?? "").Split(',', StringSplitOptions.TrimEntries);
        return isKnown && qualities.Contains("auth", StringComparer.OrdinalIgnoreCase)
            && parameters.GetValueOrDefault("realm") is { } realm && parameters.GetValueOrDefault("nonce") is { } nonce
            ? new DigestChallenge(
                realm,
                nonce,
                algorithm.ToUpperInvariant(),
                parameters.GetValueOrDefault("opaque"),
                string.Equals(parameters.GetValueOrDefault("stale"), "true", StringComparison.OrdinalIgnoreCase))
            : null;
    }

    private static IEnumerable<(string Scheme, Dictionary<string, string> Parameters)> Challenges(string header)
    {
        (string Scheme, Dictionary<string, string> Parameters)? current = null;
        foreach (var item in Items(header))
        {
            var name = item.Split('=', 2)[0].Trim();
            var space = name.LastIndexOf(' ');
            var startsScheme = space > 0 || !item.Contains('=', StringComparison.Ordinal);
            if (startsScheme)
            {
                if (current is { } ended)
                {
                    yield return ended;
                }

                current = (space > 0 ? name[..space].Trim() : name, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));
            }

            if (current is { } open && item.Split('=', 2) is [_, var value])
            {
                open.Parameters[name[(space + 1)..]] = Unquote(value.Trim());
            }
        }

        if (current is { } last)
        {
            yield return last;
        }
    }

    /// <summary>The parts between commas that are not inside quotation marks.</summary>
    private static IEnumerable<string> Items(string header)
    {
        var (start, isQuoted) = (0, false);
        for (var at = 0; at <= header.Length; at++)
        {
            if (at == header.Length || (header[at] == ',' && !isQuoted))
            {
                if (header[start..at].Trim() is { Length: > 0 } item)
                {
                    yield return item;
                }

                start = at + 1;
            }
            else if (header[at] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (header[at] == '\\' && isQuoted)
            {
                at++;
            }
        }
    }

    private static string Unquote(string value)
    {
        if (value is not ['"', .. var inner, '"'])
        {
            return value;
        }

        var text = new System.Text.StringBuilder(inner.Length);
        for (var at = 0; at < inner.Length; at++)
        {
            at += inner[at] == '\\' && at + 1 < inner.Length ? 1 : 0;
            text.Append(inner[at]);
        }

        return text.ToString();
    }
}
