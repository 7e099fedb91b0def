using System.Security.Cryptography;
using System.Text;

namespace CloudUpdate.Provider.Clouds.MongoDbAtlas;

/// <summary>Answers an HTTP Digest challenge (RFC 7616, section 3.4).</summary>
internal static class DigestResponse
{
    private const string NonceCount = "00000001"; // Each nonce is used once, as other clients of Atlas do.

    /// <summary>The value of the header Authorization.</summary>
    /// <param name="challenge">The challenge.</param>
    /// <param name="userName">The user's name.</param>
    /// <param name="password">The password.</param>
    /// <param name="method">The request's method.</param>
    /// <param name="uri">The request's path and query, as sent.</param>
    /// <param name="clientNonce">The client's nonce.</param>
    /// <param name="nonceCount">How often the server's nonce was used, as eight hex digits.</param>
    public static string Authorize(
        DigestChallenge challenge,
        string userName,
        string password,
        HttpMethod method,
        string uri,
        string clientNonce,
        string nonceCount = NonceCount)
    {
        var first = Hash(challenge, $"{userName}:{challenge.Realm}:{password}");
        var second = Hash(challenge, $"{method.Method}:{uri}");
        var response = Hash(challenge, $"{first}:{challenge.Nonce}:{nonceCount}:{clientNonce}:auth:{second}");
        var opaque = challenge.Opaque is null ? "" : $", opaque=\"{Quote(challenge.Opaque)}\"";
        return $"Digest username=\"{Quote(userName)}\", realm=\"{Quote(challenge.Realm)}\", nonce=\"{Quote(challenge.Nonce)}\", uri=\"{uri}\", "
            + $"algorithm={challenge.Algorithm}, qop=auth, nc={nonceCount}, cnonce=\"{clientNonce}\", response=\"{response}\"{opaque}";
    }

    private static string Hash(DigestChallenge challenge, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
#pragma warning disable CA5351 // Atlas offers no other algorithm; the protocol fixes it, and TLS protects the exchange.
        return Convert.ToHexStringLower(challenge.Algorithm == "SHA-256" ? SHA256.HashData(bytes) : MD5.HashData(bytes));
#pragma warning restore CA5351
    }

    private static string Quote(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
