using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CloudUpdate.Emulator.Http;

namespace CloudUpdate.Emulator.Authentication;

/// <summary>
/// Verifies SDK-HMAC-SHA256: the canonical request is rebuilt from the received bytes and from the headers that the client says it
/// signed, never from an idea of what it should have signed.
/// </summary>
internal static class SdkSignature
{
    public const string DateHeader = "X-Sdk-Date";
    private const string HashHeader = "X-Sdk-Content-Sha256";
    private const string UnsignedPayload = "UNSIGNED-PAYLOAD";
    private static readonly TimeSpan AllowedSkew = TimeSpan.FromMinutes(15);

    public static bool TryReadDate(string? text, out DateTimeOffset date) => DateTimeOffset.TryParseExact(
        text,
        "yyyyMMdd'T'HHmmss'Z'",
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal,
        out date);

    public static bool IsTimely(DateTimeOffset date, DateTimeOffset now) => (now - date).Duration() <= AllowedSkew;

    public static bool Verify(ReceivedRequest request, SignatureHeader header, string secretKey)
    {
        if (!header.SignedHeaders.Contains(DateHeader.ToLowerInvariant(), StringComparer.Ordinal) || BodyHash(request) is not { } bodyHash)
        {
            return false;
        }

        var host = request.Header("Host") ?? "";
        var port = host.LastIndexOf(':');
        var expected = Encoding.ASCII.GetBytes(header.Signature);

        // Some SDKs sign and send different hosts: the port is on the wire but not in the signature.
        string[] hosts = port < 0 ? [host] : [host, host[..port]];
        return hosts.Any(signed => CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Sign(request, header, signed, bodyHash, secretKey)), expected));
    }

    private static string Sign(ReceivedRequest request, SignatureHeader header, string host, string bodyHash, string secretKey)
    {
        var canonical = new StringBuilder();
        canonical.Append(request.Method).Append('\n');
        canonical.Append(CanonicalPath(request.RawPath)).Append('\n');
        canonical.Append(CanonicalQuery(request.RawQuery)).Append('\n');
        foreach (var name in header.SignedHeaders)
        {
            var value = name == "host" ? host : request.Header(name) ?? "";
            canonical.Append(name).Append(':').Append(value.Trim()).Append('\n');
        }

        canonical.Append('\n').AppendJoin(';', header.SignedHeaders).Append('\n').Append(bodyHash);

        var canonicalHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical.ToString())));
        var toSign = $"SDK-HMAC-SHA256\n{request.Header(DateHeader)}\n{canonicalHash}";
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secretKey), Encoding.UTF8.GetBytes(toSign)));
    }

    private static string? BodyHash(ReceivedRequest request)
    {
        var actual = Convert.ToHexStringLower(SHA256.HashData(request.Body));
        return request.Header(HashHeader) switch
        {
            null => actual,
            UnsignedPayload => UnsignedPayload,
            var given => given == actual ? actual : null,
        };
    }

    private static string CanonicalPath(string rawPath)
    {
        var path = string.Join('/', Uri.UnescapeDataString(rawPath).Split('/').Select(Uri.EscapeDataString));
        return path.EndsWith('/') ? path : path + "/";
    }

    internal static string CanonicalQuery(string rawQuery)
    {
        var pairs = QueryText.Parse(rawQuery, plusIsSpace: false)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .ThenBy(pair => pair.Value, StringComparer.Ordinal)
            .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}");
        return string.Join('&', pairs);
    }
}
