using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CloudUpdate.Emulator.Http;
using CloudUpdate.Emulator.State;

namespace CloudUpdate.Emulator.Authentication;

/// <summary>Atlas' bearer tokens and Digest responses (RFC 7616 with MD5 and qop=auth). Callers hold the state's lock.</summary>
internal sealed class AtlasAuthenticator(EmulatorState state)
{
    private const string Realm = "MMS Public API";
    private const string BearerScheme = "Bearer ";

    /// <summary>Unlike all other errors of Atlas: printed with spaces, and in this order.</summary>
    private const string RefusalBody =
        "{\n  \"error\" : 401,\n  \"reason\" : \"Unauthorized\",\n  \"detail\" : \"You are not authorized for this resource.\",\n  \"errorCode\" : \"UNEXPECTED_ERROR\"\n}";

    public (Principal? Principal, Reply? Refusal) Authenticate(ReceivedRequest request)
    {
        var authorization = request.Header("Authorization");
        if (Bearer(authorization) is { } token)
        {
            return WithToken(token) is { } holder ? (holder, null) : (null, Challenge(isStale: false));
        }

        if (DigestHeader.Parse(authorization) is not { } digest || !IsRight(request, digest))
        {
            return (null, Challenge(isStale: false));
        }

        // Right credentials on a nonce that is too old or used up: the client may try again at once.
        return uint.TryParse(digest["nc"], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var count)
            && state.Nonces.TryUse(digest["nonce"], count, state.Now, state.Settings.DigestNonceLife, state.Settings.DigestNonceOnce)
                ? (new Principal($"API key {digest["username"]}"), null)
                : (null, Challenge(isStale: true));
    }

    public static string? Bearer(string? authorization) =>
        authorization?.StartsWith(BearerScheme, StringComparison.OrdinalIgnoreCase) == true ? authorization[BearerScheme.Length..].Trim() : null;

    private Principal? WithToken(string token) =>
        token.Length > 0 && state.Objects.Find(ObjectKinds.AtlasToken, token) is { } stored && state.Now < Timestamps.Read(stored.Data["expires_at"])
            ? new Principal($"service account {stored.Text("clientId")}")
            : null;

    private bool IsRight(ReceivedRequest request, DigestHeader digest)
    {
        if (digest["username"].Length == 0 || state.Objects.Find(ObjectKinds.AtlasApiKey, digest["username"]) is not { } apiKey)
        {
            return false;
        }

        var isWellFormed = digest["realm"] == Realm
            && digest["uri"] == request.RawPathAndQuery
            && digest["qop"] == "auth"
            && digest["cnonce"].Length > 0
            && digest["nc"].Length == 8
            && digest["algorithm"] is "" or "MD5";
        var expected = Response(digest, request.Method, apiKey.Text("privateKey")!);
        return isWellFormed && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(digest["response"]));
    }

    private static string Response(DigestHeader digest, string method, string password)
    {
        var first = Md5($"{digest["username"]}:{Realm}:{password}");
        var second = Md5($"{method}:{digest["uri"]}");
        return Md5($"{first}:{digest["nonce"]}:{digest["nc"]}:{digest["cnonce"]}:{digest["qop"]}:{second}");
    }

#pragma warning disable CA5351 // Atlas offers Digest with MD5 only.
    private static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351

    private Reply Challenge(bool isStale)
    {
        var nonce = state.Nonces.Issue(state.Now, state.Settings.DigestNonceLife);
        var stale = isStale ? "true" : "false";
        return Reply.Text(401, RefusalBody, Reply.Json).With(
            "WWW-Authenticate",
            $"Digest realm=\"{Realm}\", domain=\"\", nonce=\"{nonce}\", algorithm=MD5, qop=\"auth\", stale={stale}");
    }
}
