using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Config;

/// <summary>One configuration value: a scalar, a ciphertext, or an object or array that may hold ciphertexts at any depth. A ciphertext is
/// an object whose only key is <c>secure</c>, with a text.</summary>
/// <param name="Token">The value in JSON form.</param>
public sealed record ConfigValue(JToken Token)
{
    private const string SecureKey = "secure";

    /// <summary>A plain text.</summary>
    public static ConfigValue Text(string text) => new(new JValue(text));

    /// <summary>A ciphertext.</summary>
    public static ConfigValue Secure(string ciphertext) => new(new JObject { [SecureKey] = ciphertext });

    /// <summary>Whether it is, or holds, a ciphertext.</summary>
    public bool IsSecret => HoldsCiphertext(Token);

    /// <summary>Whether it is an object or an array.</summary>
    public bool IsObject => Token is JContainer && Ciphertext(Token) is null;

    /// <summary>The value as programs get it: texts as they are, other scalars and objects as compact JSON, ciphertexts decrypted in place.</summary>
    /// <param name="secrets">Decrypts; asked only where there is a ciphertext.</param>
    public string Decrypt(SecretsManager secrets) => Render(Map(Token, ciphertext => secrets.Decrypt(ciphertext)));

    /// <summary>The value for display, ciphertexts as <c>[secret]</c>.</summary>
    public string Masked() => Render(Map(Token, _ => "[secret]"));

    /// <summary>The value with each ciphertext turned into what the function makes of it.</summary>
    public ConfigValue MapCiphertexts(Func<string, string> map) => new(Remap(Token, map));

    /// <summary>The ciphertext, or null where the token is none.</summary>
    internal static string? Ciphertext(JToken token) =>
        token is JObject { Count: 1 } map && map[SecureKey] is JValue { Type: JTokenType.String } text ? (string?)text : null;

    /// <inheritdoc/>
    public bool Equals(ConfigValue? other) => other is not null && JToken.DeepEquals(Token, other.Token);

    /// <inheritdoc/>
    public override int GetHashCode() => JToken.EqualityComparer.GetHashCode(Token);

    /// <summary>The masked value.</summary>
    public override string ToString() => Masked();

    private static string Render(JToken token) => token switch
    {
        JValue { Type: JTokenType.String } text => (string?)text ?? string.Empty,
        JValue { Type: JTokenType.Null } => string.Empty,
        _ => token.ToString(Formatting.None),
    };

    private static bool HoldsCiphertext(JToken token) => Ciphertext(token) is not null || token.Children().Any(HoldsCiphertext);

    private static JToken Map(JToken token, Func<string, string> open) => Ciphertext(token) is { } ciphertext
        ? new JValue(open(ciphertext))
        : Descend(token, child => Map(child, open));

    private static JToken Remap(JToken token, Func<string, string> map) => Ciphertext(token) is { } ciphertext
        ? Secure(map(ciphertext)).Token
        : Descend(token, child => Remap(child, map));

    private static JToken Descend(JToken token, Func<JToken, JToken> map) => token switch
    {
        JObject members => new JObject(members.Properties().Select(member => new JProperty(member.Name, map(member.Value)))),
        JArray items => new JArray(items.Select(map)),
        _ => token.DeepClone(),
    };
}
