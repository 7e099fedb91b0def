using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CloudUpdate.Provider.Clouds.Http;

namespace CloudUpdate.Provider.Clouds.Huawei;

/// <summary>Signs requests with SDK-HMAC-SHA256 (Huawei Cloud, "AK/SK signing and authentication").</summary>
internal static class HuaweiSigner
{
    /// <summary>The algorithm's name, as in the Authorization header.</summary>
    public const string Algorithm = "SDK-HMAC-SHA256";

    private const string DateHeader = "X-Sdk-Date";

    /// <summary>
    /// Signs a request: adds date, security token and signature. Signed are Host, the date, the security token, and the scope headers
    /// (<c>X-Project-Id</c>, <c>X-Domain-Id</c>) that the request has. The signature holds for fifteen minutes.
    /// </summary>
    /// <param name="request">The request; its target and body must be sent exactly as they are.</param>
    /// <param name="keys">The keys to sign with.</param>
    /// <param name="now">The present time.</param>
    public static OutgoingRequest Sign(OutgoingRequest request, HuaweiKeys keys, DateTimeOffset now)
    {
        var date = FormatDate(now);
        var signed = request.With(DateHeader, date);
        if (keys.SecurityToken is not null)
        {
            signed = signed.With("X-Security-Token", keys.SecurityToken);
        }

        var headers = signed.Headers.Where(IsSigned).Append(KeyValuePair.Create("Host", request.Target.Host));
        var authorization = Authorize(signed, headers, keys, date);
        return signed.With("Authorization", authorization);
    }

    /// <summary>The value of the Authorization header over exactly the given headers.</summary>
    /// <param name="request">Method, target and body.</param>
    /// <param name="headers">The headers to sign.</param>
    /// <param name="keys">The keys to sign with.</param>
    /// <param name="date">The value of <c>X-Sdk-Date</c>.</param>
    public static string Authorize(
        OutgoingRequest request, IEnumerable<KeyValuePair<string, string>> headers, HuaweiKeys keys, string date)
    {
        var contentHash = Convert.ToHexStringLower(SHA256.HashData((request.Content ?? default).Span));
        var canonical = CanonicalRequest.Of(request.Method, request.Target, headers, contentHash);
        var canonicalHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical.Text)));
        var toSign = $"{Algorithm}\n{date}\n{canonicalHash}";
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(keys.SecretKey), Encoding.UTF8.GetBytes(toSign));
        return $"{Algorithm} Access={keys.AccessKey}, SignedHeaders={canonical.SignedHeaders}, " +
            $"Signature={Convert.ToHexStringLower(signature)}";
    }

    /// <summary>A time as the service expects it, in UTC and in the Gregorian calendar whatever the user's culture is.</summary>
    /// <param name="time">The time.</param>
    public static string FormatDate(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static bool IsSigned(KeyValuePair<string, string> header) =>
        header.Key is DateHeader or "X-Security-Token" or "X-Project-Id" or "X-Domain-Id";
}
