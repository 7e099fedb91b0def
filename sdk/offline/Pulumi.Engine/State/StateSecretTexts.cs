using CloudUpdate.Protocol.Values;
using Newtonsoft.Json.Linq;

namespace Pulumi.Engine.State;

/// <summary>Exchanges ciphertext and plaintext of secrets in the JSON of a deployment, and leaves everything else as it is.</summary>
internal static class StateSecretTexts
{
    public static JObject Reveal(JObject deployment, SecretsManager secrets) =>
        Map(deployment, secret => secret["ciphertext"] is JValue { Value: string ciphertext }
            ? PropertyJsonWriter.SecretObject("plaintext", secrets.Decrypt(ciphertext))
            : secret);

    private static JObject Map(JObject deployment, Func<JObject, JObject> map)
    {
        var copy = (JObject)deployment.DeepClone();
        foreach (var secret in copy.Descendants().OfType<JObject>().Where(IsSecret).ToList())
        {
            secret.Replace(map(secret));
        }

        return copy;
    }

    private static bool IsSecret(JObject map) => (string?)(map[Signatures.Key] as JValue) == Signatures.Secret;
}
