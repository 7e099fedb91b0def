using System.Text;
using CloudUpdate.Provider.Clouds.Http;

namespace CloudUpdate.Provider.Clouds.Huawei;

/// <summary>The form of a request that both sides compute the signature over (Huawei Cloud, "AK/SK signing and authentication").</summary>
/// <param name="Text">The canonical request.</param>
/// <param name="SignedHeaders">The names of the headers in it, as <c>a;b;c</c>.</param>
internal sealed record CanonicalRequest(string Text, string SignedHeaders)
{
    /// <summary>Builds the canonical form.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="target">Path and query as sent.</param>
    /// <param name="headers">The headers to sign. One with an underscore in its name is left out, as gateways drop those.</param>
    /// <param name="contentHash">The lower-case hex SHA-256 of the body.</param>
    public static CanonicalRequest Of(
        HttpMethod method, RequestTarget target, IEnumerable<KeyValuePair<string, string>> headers, string contentHash)
    {
        var signed = headers
            .Where(header => !header.Key.Contains('_', StringComparison.Ordinal))
            .Select(header => KeyValuePair.Create(header.Key.ToLowerInvariant(), header.Value.Trim()))
            .OrderBy(header => header.Key, StringComparer.Ordinal)
            .ToList();
        var names = string.Join(';', signed.Select(header => header.Key));
        var text = new StringBuilder()
            .Append(method.Method.ToUpperInvariant()).Append('\n')
            .Append(Path(target.Path)).Append('\n')
            .Append(Query(target.Query)).Append('\n');
        foreach (var (name, value) in signed)
        {
            text.Append(name).Append(':').Append(value).Append('\n');
        }

        return new CanonicalRequest(text.Append('\n').Append(names).Append('\n').Append(contentHash).ToString(), names);
    }

    /// <summary>Every segment encoded anew; the canonical path ends with a slash, the sent one need not.</summary>
    private static string Path(string path)
    {
        var canonical = string.Join('/', path.Split('/').Select(Encode));
        return canonical.EndsWith('/') ? canonical : canonical + "/";
    }

    private static string Query(string query)
    {
        var pairs = query
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => (Key: Encode(pair[0]), Value: pair.Length > 1 ? Encode(pair[1]) : ""))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .ThenBy(pair => pair.Value, StringComparer.Ordinal);
        return string.Join('&', pairs.Select(pair => $"{pair.Key}={pair.Value}"));
    }

    private static string Encode(string text) => Uri.EscapeDataString(Uri.UnescapeDataString(text));
}
