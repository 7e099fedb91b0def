using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>Which members of a JSON body are secret by their name alone.</summary>
internal static class SecretMembers
{
    private static readonly string[] s_words = ["password", "passwd", "secret", "token", "credential", "privatekey", "sslkey", "authorization"];
    private static readonly string[] s_innocent = ["tokenEndpointUrl", "secret_name", "secret_type"];
    private static readonly string[] s_maps = ["headers", "config"];

    /// <summary>The values of secret members, at any depth.</summary>
    /// <param name="body">The body; null for none.</param>
    public static IEnumerable<string> ValuesIn(JToken? body) =>
        Texts(body).Where(value => IsSecret(value)).Select(value => (string)value.Value!);

    /// <summary>The body as text with every secret member's value replaced.</summary>
    /// <param name="body">The body.</param>
    public static string Masked(JToken body)
    {
        var copy = body.DeepClone();
        foreach (var value in Texts(copy).Where(value => IsSecret(value) || IsUnderAny(value, s_maps)).ToList())
        {
            value.Value = KnownSecrets.Replacement;
        }

        return copy.ToString(Formatting.None);
    }

    private static IEnumerable<JValue> Texts(JToken? body) =>
        (body as JContainer)?.DescendantsAndSelf().OfType<JValue>().Where(value => value.Value is string) ?? [];

    private static bool IsSecret(JValue value) =>
        IsUnderAny(value, ["headers"]) || value.Ancestors().OfType<JProperty>().Any(member => IsSecretName(member.Name));

    private static bool IsUnderAny(JValue value, string[] names) =>
        value.Ancestors().OfType<JProperty>().Any(member => names.Contains(member.Name, StringComparer.OrdinalIgnoreCase));

    private static bool IsSecretName(string name) =>
        !s_innocent.Contains(name, StringComparer.OrdinalIgnoreCase)
        && s_words.Any(word => name.Replace("_", "", StringComparison.Ordinal).Contains(word, StringComparison.OrdinalIgnoreCase));
}
