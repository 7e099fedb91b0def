using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CloudUpdate.Emulator.Tests.Support;

/// <summary>Signs requests as Huawei's SDKs do: host and date, body as sent.</summary>
internal static class RequestSigner
{
    public static void Sign(HttpRequestMessage request, byte[] body, string accessKey, string secretKey, DateTimeOffset now)
    {
        var date = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        request.Headers.Host ??= request.RequestUri!.Authority;
        request.Headers.TryAddWithoutValidation("X-Sdk-Date", date);
        var path = request.RequestUri!.AbsolutePath.TrimEnd('/') + "/";
        var query = string.Join('&', request.RequestUri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
        var canonical = $"{request.Method}\n{path}\n{query}\nhost:{request.Headers.Host}\nx-sdk-date:{date}\n\nhost;x-sdk-date\n{Hex(SHA256.HashData(body))}";
        var toSign = $"SDK-HMAC-SHA256\n{date}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var signature = Hex(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secretKey), Encoding.UTF8.GetBytes(toSign)));
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"SDK-HMAC-SHA256 Access={accessKey}, SignedHeaders=host;x-sdk-date, Signature={signature}");
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
