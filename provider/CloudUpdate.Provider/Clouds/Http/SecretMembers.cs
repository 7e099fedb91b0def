using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>Which members of a JSON body are secret by their name alone.</summary>
internal static class SecretMembers
{
    private static readonly string[] s_words = ["password", "passwd", "secret", "token", "credential", "privatekey", "sslkey", "authorization"];
    private static readonly string[] s_innocent = ["tokenEndpointUrl", "secret_name", "secret_type"];
    private static readonly HashSet<string> s_headers = new(StringComparer.OrdinalIgnoreCase) { "headers" };
    private static readonly HashSet<string> s_maps = new(StringComparer.OrdinalIgnoreCase) { "headers", "config" };

    /// <summary>The texts in secret members, at any depth.</summary>
    /// <param name="body">The body; null for none.</param>
    /// <param name="names">Names of further members that are secret.</param>
    public static IEnumerable<string> ValuesIn(JToken? body, IReadOnlySet<string> names) =>
        Values(body).Where(value => IsSecret(value) || IsUnderAny(value, names)).Select(value => value.Value).OfType<string>();

    /// <summary>The body as text with every secret member's value replaced.</summary>
    /// <param name="body">The body.</param>
    /// <param name="names">Names of further members that are secret.</param>
    public static string Masked(JToken body, IReadOnlySet<string> names)
    {
        var copy = body.DeepClone();
        foreach (var value in Values(copy).Where(value => IsSecret(value) || IsUnderAny(value, s_maps) || IsUnderAny(value, names)).ToList())
        {
            value.Value = KnownSecrets.Replacement;
        }

        return copy.ToString(Formatting.None);
    }

    private static IEnumerable<JValue> Values(JToken? body) =>
        (body as JContainer)?.DescendantsAndSelf().OfType<JValue>().Where(value => value.Value is not null) ?? [];

    private static bool IsSecret(JValue value) =>
        value.Value is string && (IsUnderAny(value, s_headers) || value.Ancestors().OfType<JProperty>().Any(member => IsSecretName(member.Name)));

    private static bool IsUnderAny(JValue value, IReadOnlySet<string> names) =>
        names.Count > 0 && value.Ancestors().OfType<JProperty>().Any(member => names.Contains(member.Name));

    private static bool IsSecretName(string name) =>
        !s_innocent.Contains(name, StringComparer.OrdinalIgnoreCase)
        && s_words.Any(word => name.Replace("_", "", StringComparison.Ordinal).Contains(word, StringComparison.OrdinalIgnoreCase));
}
