using Newtonsoft.Json.Linq;
using Pulumi.Engine.Config;
using Pulumi.Engine.State;

namespace Pulumi.Cli.Commands.Configs;

/// <summary>Configuration values in the JSON form that the Automation API reads.</summary>
internal static class ConfigJson
{
    /// <summary>One value. A secret has no value unless secrets are to be shown.</summary>
    /// <param name="value">The value.</param>
    /// <param name="secrets">Decrypts; null to leave secrets out.</param>
    public static JObject Of(ConfigValue value, SecretsManager? secrets)
    {
        var result = new JObject();
        if (!value.IsSecret || secrets is not null)
        {
            var text = secrets is null ? value.Masked() : value.Decrypt(secrets);
            result["value"] = text;
            if (value.IsObject)
            {
                result["objectValue"] = JsonText.Parse(text, "a configuration value");
            }
        }

        result["secret"] = value.IsSecret;
        return result;
    }
}
