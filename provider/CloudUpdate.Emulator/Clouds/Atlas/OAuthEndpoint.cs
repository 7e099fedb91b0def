using System.Net.Http.Headers;
using System.Text;
using CloudUpdate.Emulator.Http;
using CloudUpdate.Emulator.State;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds.Atlas;

/// <summary>The token endpoint of service accounts: client credentials in a Basic header, bearer tokens for an hour.</summary>
internal static class OAuthEndpoint
{
    private const string FormType = "application/x-www-form-urlencoded";
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(1);

    public static Reply Token(Call call)
    {
        if (Client(call, out var form) is not { } client)
        {
            return Refused(call);
        }

        if (form.FirstOrDefault(pair => pair.Key == "grant_type").Value != "client_credentials")
        {
            return Error(400, "unsupported_grant_type", "The grant type is not client_credentials.");
        }

        var token = $"{call.State.Ids.Token(24)}.{call.State.Ids.Token(48)}.{call.State.Ids.Token(32)}";
        call.Objects.Put(ObjectKinds.AtlasToken, ObjectKey.Of(token), new JObject
        {
            ["token_value"] = token,
            ["clientId"] = client,
            ["expires_at"] = Timestamps.Milliseconds(call.Now + TokenLife),
        });
        return Reply.Of(200, new JObject
        {
            ["access_token"] = token,
            ["expires_in"] = (int)TokenLife.TotalSeconds,
            ["token_type"] = "Bearer",
        });
    }

    public static Reply Revoke(Call call)
    {
        if (Client(call, out var form) is not { } client)
        {
            return Refused(call);
        }

        var token = form.FirstOrDefault(pair => pair.Key == "token").Value;
        if (string.IsNullOrEmpty(token))
        {
            return Error(400, "invalid_request", "The parameter token is missing.");
        }

        if (call.Objects.Find(ObjectKinds.AtlasToken, token) is { } stored && stored.Text("clientId") == client)
        {
            call.Objects.Remove(stored);
        }

        return Reply.Empty(200);
    }

    /// <summary>The client id where header, media type and secret are right. Id and secret are compared raw, never percent-decoded.</summary>
    private static string? Client(Call call, out IReadOnlyList<KeyValuePair<string, string>> form)
    {
        form = QueryText.Parse(Encoding.UTF8.GetString(call.Request.Body), plusIsSpace: true);
        if (!IsForm(call) || !AuthenticationHeaderValue.TryParse(call.Request.Header("Authorization"), out var header) || header.Scheme != "Basic")
        {
            return null;
        }

        var decoded = new byte[(header.Parameter?.Length ?? 0) + 3];
        if (!Convert.TryFromBase64String(header.Parameter ?? "", decoded, out var length))
        {
            return null;
        }

        var pair = Encoding.UTF8.GetString(decoded, 0, length).Split(':', 2);
        var account = pair.Length == 2 && pair[0].Length > 0 ? call.Objects.Find(ObjectKinds.AtlasServiceAccount, pair[0]) : null;
        return account?.Text("clientSecret") == pair[^1] ? account!.Key : null;
    }

    private static bool IsForm(Call call) =>
        MediaTypeHeaderValue.TryParse(call.Request.Header("Content-Type"), out var type) && string.Equals(type.MediaType, FormType, StringComparison.OrdinalIgnoreCase);

    private static Reply Refused(Call call) => IsForm(call)
        ? Error(401, "invalid_client", "The client id or secret is wrong.").With("WWW-Authenticate", "Basic realm=\"MMS Public API\"")
        : AtlasErrors.Of(415);

    private static Reply Error(int status, string code, string description) =>
        Reply.Of(status, new JObject { ["error"] = code, ["error_description"] = description });
}
