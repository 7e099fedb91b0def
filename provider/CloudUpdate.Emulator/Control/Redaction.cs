using System.Collections.Frozen;
using CloudUpdate.Emulator.Http;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Control;

/// <summary>Masks what nobody should read in a journal or on a page.</summary>
internal static class Redaction
{
    public const string Mask = "***";

    private static readonly FrozenSet<string> SecretHeaders = FrozenSet.ToFrozenSet(
        ["Authorization", "X-Auth-Token", "X-Security-Token", "X-Subject-Token", "Cookie", "Proxy-Authorization"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> SecretMembers = FrozenSet.ToFrozenSet(
        [
            "passcode", "sslKey", "securitytoken", "access_token", "privateKey", "idTokens", "token_value",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Also in free names such as <c>sasl.password</c> of a Kafka configuration.</summary>
    private static readonly string[] SecretEndings = ["password", "secret"];

    /// <summary>Objects all of whose members are secret: Https headers, and the id of a token in an IAM body.</summary>
    private static readonly FrozenSet<string> SecretObjects = FrozenSet.ToFrozenSet(["headers", "id_token"], StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyDictionary<string, string> Headers(ReceivedRequest request) => request.Headers.ToDictionary(
        header => header.Key,
        header => SecretHeaders.Contains(header.Key) ? Scheme(header.Value.ToString()) : header.Value.ToString(),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>A JSON body with secret members masked; null where it is empty or not JSON.</summary>
    public static JToken? Body(byte[] body)
    {
        if (body.Length == 0 || !JsonBody.TryParse(body, out var token))
        {
            return null;
        }

        return Masked(token);
    }

    public static JToken Masked(JToken token)
    {
        var copy = token.DeepClone();
        MaskInside(copy, everything: false);
        return copy;
    }

    private static void MaskInside(JToken token, bool everything)
    {
        if (token is JArray items)
        {
            foreach (var item in items)
            {
                MaskInside(item, everything);
            }
        }

        if (token is not JObject members)
        {
            return;
        }

        foreach (var property in members.Properties())
        {
            if ((everything || IsSecret(property)) && property.Value is (JArray or JValue { Type: not JTokenType.Null }))
            {
                property.Value = Mask;
            }
            else
            {
                MaskInside(property.Value, everything || SecretObjects.Contains(property.Name));
            }
        }
    }

    private static bool IsSecret(JProperty property) =>
        SecretMembers.Contains(property.Name)
        || SecretEndings.Any(ending => property.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        || property.Path.EndsWith("identity.token.id", StringComparison.Ordinal);

    private static string Scheme(string value)
    {
        var space = value.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? Mask : $"{value[..space]} {Mask}";
    }
}
