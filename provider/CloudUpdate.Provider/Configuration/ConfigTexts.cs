using CloudUpdate.Protocol.Values;

namespace CloudUpdate.Provider.Configuration;

/// <summary>The configuration as the texts that the cloud settings are made from; maps and numbers as JSON.</summary>
internal static class ConfigTexts
{
    /// <summary>The texts, by key.</summary>
    public static IReadOnlyDictionary<string, string> Of(PropertyMap real) => real.ToDictionary(
        member => member.Key,
        member => member.Value.Unwrapped is StringValue text ? text.Value : JsonText.Print(member.Value));
}
